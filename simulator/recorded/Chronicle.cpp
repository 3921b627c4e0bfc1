#include "simulator/recorded/Chronicle.hpp"

#include <algorithm>
#include <variant>

#include "simulator/recorded/Unmeasured.hpp"
#include "simulator/twin/Outcome.hpp"

namespace luot::simulator::recorded {

namespace {

constexpr base::Milliseconds none{0};

}  // namespace

void Chronicle::see(const queue::Event& event, base::Instant at) {
    last_ = std::max(last_, at);
    std::visit([&](const auto& fact) { follow(fact, at); }, event);
}

/// Afterwards the ticket stands as the fact says.
template <class Fact>
void Chronicle::follow(const Fact& fact, base::Instant at) {
    on(fact, at);
    if constexpr (requires { fact.ticket.id; }) {
        if (const auto story = stories_.find(fact.ticket.id); story != stories_.end())
            story->second.ticket = fact.ticket;
    }
}

void Chronicle::on(const queue::TicketIssued& fact, base::Instant) {
    Story story;
    auto& visitor = story.visitor;
    visitor.at = fact.ticket.issuedAt;
    visitor.priority = fact.ticket.priority;
    visitor.lane = fact.ticket.lane;
    visitor.dossiers = fact.ticket.dossiers;
    visitor.first.service = fact.ticket.service;
    if (fact.ticket.lane == "supplement") visitor.onlyCounter = fact.ticket.onlyCounter;
    if (fact.ticket.appointment && fact.ticket.slot)
        visitor.appointment =
            queue::Appointment{*fact.ticket.appointment, fact.ticket.service, *fact.ticket.slot, {}, {}};
    inOrder_.push_back(fact.ticket.id);
    stories_.emplace(fact.ticket.id, std::move(story));
}

void Chronicle::on(const queue::TicketCalled& fact, base::Instant at) {
    auto& story = stories_.at(fact.ticket.id);
    story.errand().comes = true;
    auto& watch = watches_[fact.counter];
    if (const auto before = stories_.find(watch.left); before != stories_.end())
        before->second.errand().tidying = std::max(none, at - std::max(watch.leftAt, fact.ticket.issuedAt));
    watch.left.clear();
}

void Chronicle::on(const queue::ServiceStarted& fact, base::Instant at) {
    auto& story = stories_.at(fact.ticket.id);
    story.servingSince = at;
    story.errand().toCounter += std::max(none, at - fact.ticket.lastCalledAt.value_or(at));
}

void Chronicle::on(const queue::TicketFinished& fact, base::Instant at) {
    auto& story = stories_.at(fact.ticket.id);
    // At a counter with a keypad alone the service began with the call.
    if (!story.servingSince) story.servingSince = fact.ticket.startedAt;
    endStay(story, at);
}

void Chronicle::on(const queue::TicketMissed& fact, base::Instant at) {
    auto& story = stories_.at(fact.ticket.id);
    story.errand().comes = false;
    endStay(story, at);
}

void Chronicle::on(const queue::TicketHeld& fact, base::Instant at) {
    endStay(stories_.at(fact.ticket.id), at);
}

void Chronicle::on(const queue::TicketTransferred& fact, base::Instant at) {
    auto& story = stories_.at(fact.ticket.id);
    const bool served = story.servingSince.has_value();
    endStay(story, at);
    if (served && !story.sentOn) {
        story.sentOn = true;
        story.visitor.further = twin::Further::sentOn;
    }
    story.errand().service = fact.ticket.service;
}

void Chronicle::on(const queue::TicketCancelled& fact, base::Instant at) {
    auto& story = stories_.at(fact.ticket.id);
    endStay(story, at);
    if (!fact.ticket.calledAt) story.visitor.patience = std::max(none, at - fact.ticket.issuedAt);
}

void Chronicle::on(const queue::DayOpened& fact, base::Instant at) {
    if (fact.byCommand && !record_.hours.openedAt) record_.hours.openedAt = at;
    record_.hours.closedAt.reset();
}

void Chronicle::on(const queue::DayClosed& fact, base::Instant at) {
    if (fact.byCommand) record_.hours.closedAt = at;
}

void Chronicle::staffed(const queue::Counter& counter, base::Instant at) {
    auto& watch = watches_[counter.number];
    watch.clerk = counter.clerk;
    if (!watch.staffedSince) watch.staffedSince = at;
}

void Chronicle::left(int counter, base::Instant at) {
    auto& watch = watches_[counter];
    if (watch.staffedSince && *watch.staffedSince < at)
        record_.shifts.push_back({counter, *watch.staffedSince, at, false, watch.clerk});
    watch = {};
}

void Chronicle::endStay(Story& story, base::Instant at) {
    if (story.servingSince) story.errand().atCounter += std::max(none, at - *story.servingSince);
    story.servingSince.reset();
    using State = queue::TicketState;
    if (story.ticket.state != State::called && story.ticket.state != State::serving) return;
    auto& watch = watches_[story.ticket.counter.value()];
    watch.left = story.ticket.id;
    watch.leftAt = at;
}

/// The last shift of every counter goes on while somebody waits for it: how long that is depends on the call
/// order.
void Chronicle::endAllShifts() {
    std::vector<int> counters;
    for (const auto& [counter, watch] : watches_) counters.push_back(counter);
    for (const int counter : counters) left(counter, last_);
    std::map<int, twin::Shift*> last;
    for (auto& shift : record_.shifts) last[shift.counter] = &shift;
    for (auto& [counter, shift] : last) shift->staysForWaiting = true;
}

DayRecord Chronicle::finished(const queue::Rules& rules) {
    endAllShifts();
    record_.rules = rules;
    for (const auto& id : inOrder_) {
        const auto& story = stories_.at(id);
        const auto& ticket = story.ticket;
        const auto until = ticket.calledAt ? *ticket.calledAt : ticket.endedAt.value_or(last_);
        record_.visitors.push_back(story.visitor);
        // A priority that staff granted meanwhile counts from the beginning, a service from before it was
        // sent on.
        record_.visitors.back().priority = ticket.priority;
        record_.outcomes.push_back(twin::outcomeOf(rules.calendar, ticket, until));
        record_.outcomes.back().service = story.visitor.first.service;
    }
    // Numbers of a paper roll are typed in later than they were given.
    std::stable_sort(record_.visitors.begin(), record_.visitors.end(),
                     [](const auto& one, const auto& other) { return one.at < other.at; });
    fillUnmeasured(record_.visitors);
    return std::move(record_);
}

}  // namespace luot::simulator::recorded
