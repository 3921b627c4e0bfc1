#pragma once

#include "hardware/printer/Printer.hpp"
#include "hardware/printer/job/Conversation.hpp"
#include "hardware/printer/line/Line.hpp"

namespace luot::hardware::printer {

/// A printer that talks back, over any line. Opens the line for each job and each check, and lets go after
/// it.
class LinePrinter final : public Printer {
public:
    /// `name`: by which the memory knows the printer.
    struct Setup {
        std::string name;
        PrintDeadlines deadlines;
        DeviceMemory memory;
    };
    LinePrinter(std::unique_ptr<line::Line> line, Setup setup)
        : line_(std::move(line)), setup_(std::move(setup)) {}

    PrintReport print(const PrintJob& job) override;
    /// While a printer is not reachable, it is tried at growing distances, from 1 s to 30 s; in between the
    /// last answer is given again.
    Readiness check() override;

private:
    /// Tries again until the deadline: a printer refuses while it serves somebody else.
    base::Result<line::Handle, line::LineFault> reach();
    Readiness ask(line::Handle& handle);
    void letGo(const line::Handle& handle, const job::Conversation& talk);

    std::unique_ptr<line::Line> line_;
    Setup setup_;
    std::size_t zeros_ = 0;  ///< what ends a picture that was left unfinished
    line::Backoff checks_{std::chrono::seconds(1), std::chrono::seconds(30)};
    job::Time nextCheck_{};
    Readiness unreachable_;
};

}  // namespace luot::hardware::printer
