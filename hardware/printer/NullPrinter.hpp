#pragma once

#include "hardware/printer/Printer.hpp"

namespace luot::hardware::printer {

/// A kiosk without a printer: every job fails, so that people are shown their number to note down.
class NullPrinter final : public Printer {
public:
    base::Result<Outcome> print(const PrintJob&) override {
        return base::fail(base::Fault::unavailable, "no printer is set up: see the setting printer");
    }
};

}  // namespace luot::hardware::printer
