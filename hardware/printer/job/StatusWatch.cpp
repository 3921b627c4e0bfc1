#include "hardware/printer/job/StatusWatch.hpp"

namespace luot::hardware::printer::job {

namespace {

using escpos::StatusQuestion;

constexpr std::array questions{StatusQuestion::offlineCause, StatusQuestion::paper,
                               StatusQuestion::errorCause};

}  // namespace

std::optional<std::array<std::uint8_t, 3>> StatusWatch::ask(Time now) {
    if (!asking_ || now < next_) return std::nullopt;
    asking_ = !open_;
    if (!asking_) return std::nullopt;
    open_ = questions[turn_++ % questions.size()];
    next_ = now + every_;
    return escpos::realTimeStatusRequest(*open_);
}

bool StatusWatch::take(std::uint8_t answer, escpos::Status& status) {
    if (!open_) return false;
    status.takeAnswer(*open_, answer);
    open_.reset();
    return true;
}

}  // namespace luot::hardware::printer::job
