#include "simulator/twin/Day.hpp"

#include <algorithm>
#include <utility>

#include "simulator/twin/Outcome.hpp"

namespace luot::simulator::twin {

Day::Day(const queue::Rules& rules, base::Date date, const std::vector<Shift>& shifts, const Hours& hours)
    : date_(date), shifts_(shifts), now_(base::instantAt(date, base::TimeOfDay{})) {
    auto played = rules;
    played.calling.autoCall = false;  // the clerk's tidying says when the next one is called
    give(queue::ChangeSettings{std::move(played), std::nullopt});
    for (const auto& place : hall_.rules.counters) {
        Desk desk;
        desk.place = &place;
        desks_.push_back(desk);
    }
    for (std::size_t i = 0; i < shifts_.size(); ++i) {
        agenda_.add(shifts_[i].from, {Kind::shiftBegins, i});
        agenda_.add(shifts_[i].to, {Kind::shiftEnds, i});
    }
    if (hours.openedAt) agenda_.add(*hours.openedAt, {Kind::opens, 0});
    if (hours.closedAt) agenda_.add(*hours.closedAt, {Kind::closes, 0});
}

DayCount Day::play(const VisitorSource& next, const OutcomeSink& sink) {
    next_ = &next;
    sink_ = &sink;
    passTime();
    invite();
    while (!over_ && !agenda_.empty()) {
        const auto entry = agenda_.take();
        now_ = std::max(now_, entry.at);
        happen(entry.what);
        over_ = over_ || (!arriving_ && guests_.empty());
    }
    return count_;
}

void Day::happen(const What& what) {
    switch (what.kind) {
        case Kind::comes:
            return comes();
        case Kind::givesUp:
            return giveUp(std::to_string(what.index));
        case Kind::shiftBegins:
            return beginShift(shifts_[what.index]);
        case Kind::shiftEnds:
            return endShift(shifts_[what.index]);
        case Kind::sits:
            return begin(desks_[what.index]);
        case Kind::ends:
            return end(desks_[what.index]);
        case Kind::tidied:
            return free(desks_[what.index]);
        case Kind::absent:
            return missed(desks_[what.index]);
        case Kind::timePasses:
            return passTime();
        case Kind::opens:
            return byCommand(queue::OpenDay{});
        case Kind::closes:
            return byCommand(queue::CloseDay{});
    }
}

void Day::invite() {
    arriving_ = (*next_)();
    if (arriving_) agenda_.add(arriving_->at, {Kind::comes, 0});
}

void Day::comes() {
    if (const auto open = doorOpens()) {
        agenda_.add(*open, {Kind::comes, 0});
        return;
    }
    if (!issue({*std::exchange(arriving_, std::nullopt), true})) ++count_.turnedAway;
    invite();
}

/// Who is too early waits at the door until numbers of the service are given again that day.
std::optional<base::Instant> Day::doorOpens() const {
    const auto* service = hall_.service(arriving_->first.service);
    if (!service || hall_.gives(*service, now_)) return std::nullopt;
    const auto open = hall_.givesNext(*service, now_);
    return open && base::dateOf(*open) == date_ ? open : std::nullopt;
}

bool Day::issue(const Guest& guest) {
    const auto& visitor = guest.visitor;
    queue::IssueTicket command;
    if (visitor.appointment && guest.onFirst) {
        // It was booked before that day: no rule about booking holds now.
        queue::evolve(hall_, queue::AppointmentsImported{{*visitor.appointment}}, now_);
        command.appointment = visitor.appointment->id;
    }
    command.counter = visitor.onlyCounter;
    command.id = std::to_string(++lastId_);
    command.service = guest.errand().service;
    command.priority = visitor.priority;
    command.lane = visitor.lane;
    command.dossiers = visitor.dossiers;
    if (!give(command)) return false;
    guests_.emplace(std::move(command.id), guest);
    ++count_.issued;
    if (visitor.patience)
        agenda_.add(now_ + *visitor.patience, {Kind::givesUp, static_cast<std::size_t>(lastId_)});
    wakeIdle(command.service);
    return true;
}

/// A number that nobody has called yet.
void Day::giveUp(const std::string& id) {
    const auto* ticket = hall_.ticket(id);
    if (!ticket || ticket->calledAt || !give(queue::CancelTicket{id})) return;
    guests_.erase(id);
}

void Day::passTime() {
    byCommand(queue::TimePassed{});
    const auto next = queue::nextWakeUp(hall_, now_);
    const auto midnight = base::instantAt(base::nextDay(date_), base::TimeOfDay{});
    if (!over_ && next && *next <= midnight) agenda_.add(*next, {Kind::timePasses, 0});
}

/// A hall that closes ends the play.
void Day::byCommand(const queue::Command& command) {
    const bool wasOpen = hall_.open;
    give(command);
    over_ = wasOpen && !hall_.open;
}

bool Day::give(const queue::Command& command) {
    const auto events = queue::decide(hall_, command, now_);
    if (!events) return false;
    for (const auto& event : *events) queue::evolve(hall_, event, now_);
    for (const auto& event : *events) observe(event);
    return true;
}

void Day::observe(const queue::Event& event) {
    if (const auto* called = std::get_if<queue::TicketCalled>(&event)) {
        if (called->ticket.calls == 1) report(called->ticket, now_, called->reason.passedOverCount);
        seat(deskOf(called->counter), called->ticket);
    } else if (const auto* expired = std::get_if<queue::TicketExpired>(&event)) {
        if (!expired->ticket.calledAt) report(expired->ticket, now_, 0);
    } else if (const auto* cancelled = std::get_if<queue::TicketCancelled>(&event)) {
        report(cancelled->ticket, now_, 0);
    }
}

void Day::report(const queue::Ticket& ticket, base::Instant until, int passedOver) {
    auto outcome = outcomeOf(hall_.rules.calendar, ticket, until);
    outcome.passedOver = passedOver;
    (*sink_)(outcome);
}

}  // namespace luot::simulator::twin
