#pragma once

#include "hardware/printer/Printer.hpp"

namespace luot::hardware::printer::cups {

/// A raw queue of CUPS: `lp -d QUEUE -o raw`. The queue takes jobs whether or not anything prints, so none is
/// ever confirmed, and after a fault a job may come out later. For printers that can be had in no other way.
class CupsPrinter final : public Printer {
public:
    CupsPrinter(std::string queue, PrintDeadlines deadlines, std::string program = "lp")
        : queue_(std::move(queue)), deadlines_(deadlines), program_(std::move(program)) {}
    PrintReport print(const PrintJob& job) override;
    Readiness check() override { return {}; }

    /// Letters, digits, '.', '_' and '-', which does not come first.
    static bool isQueueName(std::string_view name);

private:
    std::string queue_;
    PrintDeadlines deadlines_;
    std::string program_;
};

}  // namespace luot::hardware::printer::cups
