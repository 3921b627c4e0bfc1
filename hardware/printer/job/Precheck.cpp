#include "hardware/printer/job/Precheck.hpp"

namespace luot::hardware::printer::job {

namespace {

using escpos::StatusQuestion;

/// The last is asked only when the one before the last but one spoke of an error.
constexpr std::array questions{StatusQuestion::printer, StatusQuestion::offlineCause, StatusQuestion::paper,
                               StatusQuestion::errorCause};
constexpr int mostTries = 2;

}  // namespace

Precheck::Precheck(const PrintDeadlines& deadlines, Time now) : deadlines_(deadlines) { ask(now); }

void Precheck::ask(Time now) {
    request_ = escpos::realTimeStatusRequest(questions[question_]);
    unsent_ = request_.size();
    ++tries_;
    deadline_ = now + deadlines_.answer;
}

void Precheck::next(Time now) {
    ++question_;
    tries_ = 0;
    settling_ = false;
    const bool done = question_ == questions.size() ||
                      (questions[question_] == StatusQuestion::errorCause && !status_.error);
    if (done)
        over_ = true;
    else
        ask(now);
}

Bytes Precheck::toWrite() const { return Bytes(request_).last(unsent_); }

void Precheck::wrote(std::size_t bytes, Time) { unsent_ -= bytes; }

void Precheck::heard(Bytes bytes, Time now) {
    reader_.take(bytes);
    while (const auto reply = reader_.next()) {
        if (const auto* automatic = std::get_if<escpos::AutomaticStatus>(&*reply))
            status_.takeAutomatic(automatic->bytes);
        if (const auto* answer = std::get_if<escpos::RealTimeAnswer>(&*reply); answer != nullptr && !over_)
            take(*answer, now);
    }
}

/// What comes before the question has left, or while a second answer is waited for, answers nothing.
void Precheck::take(const escpos::RealTimeAnswer& answer, Time now) {
    if (settling_ || unsent_ > 0) return;
    status_.takeAnswer(questions[question_], answer.byte);
    ++answers_;
    if (tries_ == 1) return next(now);
    settling_ = true;
    deadline_ = now + deadlines_.answer;
}

void Precheck::passed(Time now) {
    if (settling_)
        next(now);
    else if (unsent_ == 0 && tries_ < mostTries)
        ask(now);
    else
        over_ = true;
}

}  // namespace luot::hardware::printer::job
