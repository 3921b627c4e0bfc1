#pragma once

#include "hardware/printer/Printer.hpp"

namespace luot::hardware::printer {

/// A kiosk without a printer: every job fails, so that people are shown their number to note down.
class NullPrinter final : public Printer {
public:
    PrintReport print(const PrintJob&) override {
        return {PrintState::failed, PrintFault::unreachable, sentence};
    }
    Readiness check() override { return {PrintFault::unreachable, false, sentence}; }

private:
    static constexpr const char* sentence = "no printer is set up: see the setting printer";
};

}  // namespace luot::hardware::printer
