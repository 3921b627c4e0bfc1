#include "simulator/people/Clerk.hpp"

#include <algorithm>

#include "base/Assert.hpp"

namespace luot::simulator::people {

namespace {

/// A counter whose pause is over or whose command was refused is not tried again at once.
constexpr base::Seconds afterRefusal{15};
constexpr base::Instant never = base::Instant::max();
/// What clerks pause for; a word of the journal, not a text for people.
constexpr const char* pauseReason = "break";

}  // namespace

Clerk::Clerk(Post post, const profile::Profile& profile, Dice dice)
    : post_(std::move(post)), profile_(profile), dice_(std::move(dice)) {
    const auto pauses = drawPauses(profile_, post_.date, dice_);
    pauses_.assign(pauses.begin(), pauses.end());
}

bool Clerk::idle() const { return state_ != State::walking && state_ != State::serving && held_.empty(); }

Step Clerk::next(base::Instant now, bool somebodyWaits) {
    LUOT_ASSERT(asked_.empty());
    if (state_ == State::gone) return {};
    if (now < until_) return rest();
    switch (state_) {
        case State::closed:
            return askAtCounter("open", {{"clerk", post_.clerk}});
        case State::paused:
            return askAtCounter("resume");
        case State::walking:
            return whenHere();
        case State::serving:
            return whenServed();
        case State::tidying:
            state_ = State::free;
            break;
        case State::free:
        case State::gone:
            break;
    }
    return whenFree(now, somebodyWaits);
}

Step Clerk::whenFree(base::Instant now, bool somebodyWaits) {
    if (!held_.empty() && held_.front().first <= now)
        return ask("return", {{"ticket", held_.front().second}});
    if (!pauses_.empty() && pauses_.front() <= now) return askAtCounter("pause", {{"reason", pauseReason}});
    if (somebodyWaits) return askAtCounter("call_next");
    Step step;
    step.kind = Step::Kind::lookOut;
    step.until =
        std::min(held_.empty() ? never : held_.front().first, pauses_.empty() ? never : pauses_.front());
    return step;
}

Step Clerk::whenHere() {
    if (visit_.recalls > 0) return askAtCounter("recall");
    return askAtCounter(visit_.comes ? "start" : "no_show");
}

Step Clerk::whenServed() {
    switch (visit_.end) {
        case VisitEnd::hold:
            return askAtCounter("hold");
        case VisitEnd::transfer:
            return ask("transfer", {{"ticket", ticket_.id}, {"service", visit_.transferTo}});
        case VisitEnd::finish:
            break;
    }
    return askAtCounter("finish", {{"outcome", visit_.outcome}});
}

void Clerk::answered(base::Instant now, std::optional<CalledTicket> ticket) {
    const auto command = std::exchange(asked_, {});
    if (command == "open" || command == "resume") {
        state_ = State::free;
    } else if (command == "pause") {
        pauses_.pop_front();
        state_ = State::paused;
        until_ = now + drawPause(profile_, dice_);
    } else if (command == "return") {
        held_.pop_front();
    } else if (command == "call_next") {
        if (ticket) take(now, std::move(*ticket));
    } else if (command == "recall") {
        --visit_.recalls;
        until_ = now + untilNextCall();
    } else if (command == "start") {
        state_ = State::serving;
        until_ = now + visit_.atCounter;
    } else {
        if (command == "hold") held_.emplace_back(now + visit_.heldFor, ticket_.id);
        std::sort(held_.begin(), held_.end());
        tidyUp(now);
    }
}

void Clerk::refused(base::Instant now, Standing standing) {
    const auto command = std::exchange(asked_, {});
    if (command == "open") {
        state_ = State::gone;
        return;
    }
    if (command == "return") held_.pop_front();
    if (command == "pause") pauses_.pop_front();
    if (standing.called) {
        take(now, std::move(*standing.called));
    } else if (standing.serving) {
        take(now, std::move(*standing.serving));
        state_ = State::serving;
        until_ = now + visit_.atCounter;
    } else {
        const auto otherwise = standing.counterPaused ? State::paused : State::tidying;
        state_ = standing.counterClosed ? State::closed : otherwise;
    }
    until_ = std::max(until_, now + afterRefusal);
}

void Clerk::take(base::Instant now, CalledTicket ticket) {
    ticket_ = std::move(ticket);
    visit_ = drawVisit(profile_, ticket_, post_.transferTo, dice_);
    if (!visit_.comes) visit_.recalls = post_.limits.callsBeforeNoShow - 1;
    state_ = State::walking;
    until_ = now + untilNextCall();
}

/// Whoever does not come is called as often as the centre asks, over the time that it asks.
base::Milliseconds Clerk::untilNextCall() const {
    const auto& limits = post_.limits;
    const base::Milliseconds share = limits.noShowAfter / std::max(1, limits.callsBeforeNoShow);
    if (!visit_.comes) return std::max<base::Milliseconds>({visit_.callToSit, limits.gap, share});
    return visit_.recalls > 0 ? std::max<base::Milliseconds>(visit_.callToSit, limits.gap) : visit_.callToSit;
}

void Clerk::tidyUp(base::Instant now) {
    state_ = State::tidying;
    until_ = now + drawTidying(profile_, dice_);
}

Step Clerk::ask(std::string command, base::json::Object arguments) {
    asked_ = command;
    Step step;
    step.kind = Step::Kind::ask;
    step.command = std::move(command);
    step.arguments = std::move(arguments);
    return step;
}

Step Clerk::askAtCounter(std::string command, base::json::Object more) {
    more["counter"] = post_.counter;
    return ask(std::move(command), std::move(more));
}

Step Clerk::rest() const {
    Step step;
    step.kind = Step::Kind::rest;
    step.until = until_;
    return step;
}

}  // namespace luot::simulator::people
