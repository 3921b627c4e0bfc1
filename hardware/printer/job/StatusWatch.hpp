#pragma once

#include <array>
#include <optional>

#include "hardware/escpos/Status.hpp"
#include "hardware/printer/job/Talk.hpp"

namespace luot::hardware::printer::job {

/// Asks for the status now and then while a job is printed, for printers that report nothing by themselves.
/// Stops at the first question without an answer: a later one could count for the wrong question.
class StatusWatch {
public:
    StatusWatch(std::chrono::milliseconds every, bool possible) : every_(every), asking_(possible) {}

    void begin(Time now) { next_ = now + every_; }
    /// When it wants to be asked again; none: never.
    std::optional<Time> next() const { return asking_ ? std::optional(next_) : std::nullopt; }
    /// A question that must be written, if it is time for one.
    std::optional<std::array<std::uint8_t, 3>> ask(Time now);
    /// True when it answered a question, and `status` has taken it.
    bool take(std::uint8_t answer, escpos::Status& status);

private:
    std::chrono::milliseconds every_;
    bool asking_ = false;
    Time next_;
    std::size_t turn_ = 0;
    std::optional<escpos::StatusQuestion> open_;
};

}  // namespace luot::hardware::printer::job
