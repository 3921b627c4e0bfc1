#include "simulator/check/FeedCheck.hpp"

#include <fmt/format.h>

namespace luot::simulator::check {

namespace {

/// Sentences kept; the rest is counted only.
constexpr std::size_t maxFaults = 20;

bool atCounter(const protocol::Ticket& ticket) {
    return ticket.state == "called" || ticket.state == "serving";
}

}  // namespace

void FeedCheck::snapshot(const protocol::Hall& hall) {
    if (hall.day != day_) idOfNumber_.clear();
    day_ = hall.day;
    counterOf_.clear();
    ticketAt_.clear();
    for (const auto* list :
         {&hall.waiting, &hall.called, &hall.serving, &hall.held, &hall.missed, &hall.recent}) {
        for (const auto& ticket : *list) {
            issued(ticket);
            if (list == &hall.called || list == &hall.serving) holds(ticket);
        }
    }
}

void FeedCheck::event(const protocol::EventFrame& event, const protocol::Ticket* ticket) {
    if (event.name == "day_opened") {
        const auto* day = event.data.if_contains("day");
        const std::string opened = day && day->is_string() ? std::string(day->get_string()) : std::string();
        if (opened != day_) idOfNumber_.clear();
        day_ = opened;
    }
    if (!ticket) return;
    if (event.name == "ticket_issued") {
        if (issued_.contains(ticket->id)) {
            ++doubledNumbers_;
            fault(fmt::format("ticket {} was issued twice", ticket->number));
        }
        issued(*ticket);
    } else if (event.name == "ticket_called") {
        called(*ticket, ticket->counter.value_or(0));
    }
    if (!atCounter(*ticket)) release(ticket->id);
}

void FeedCheck::acknowledged(const protocol::Ticket& ticket) {
    number(ticket);
    if (!issued_.contains(ticket.id)) unseen_.insert(ticket.id);
}

void FeedCheck::number(const protocol::Ticket& ticket) {
    const auto [known, isNew] = idOfNumber_.emplace(ticket.number, ticket.id);
    if (isNew || known->second == ticket.id) return;
    ++doubledNumbers_;
    fault(fmt::format("number {} was given to two tickets, {} and {}", ticket.number, known->second,
                      ticket.id));
    known->second = ticket.id;
}

void FeedCheck::issued(const protocol::Ticket& ticket) {
    number(ticket);
    issued_.insert(ticket.id);
    unseen_.erase(ticket.id);
}

void FeedCheck::called(const protocol::Ticket& ticket, int counter) {
    const auto had = counterOf_.find(ticket.id);
    const auto other = ticketAt_.find(counter);
    if (had != counterOf_.end()) {
        ++doubleCalls_;
        fault(fmt::format("{} was called to counter {} while counter {} had it", ticket.number, counter,
                          had->second));
        release(ticket.id);
    } else if (other != ticketAt_.end()) {
        ++doubleCalls_;
        fault(fmt::format("{} was called to counter {}, which had ticket {}", ticket.number, counter,
                          other->second));
        release(std::string(other->second));
    }
    holds(ticket);
}

void FeedCheck::holds(const protocol::Ticket& ticket) {
    if (!ticket.counter) return;
    counterOf_[ticket.id] = *ticket.counter;
    ticketAt_[*ticket.counter] = ticket.id;
}

void FeedCheck::release(const std::string& ticket) {
    const auto had = counterOf_.find(ticket);
    if (had == counterOf_.end()) return;
    const auto at = ticketAt_.find(had->second);
    if (at != ticketAt_.end() && at->second == ticket) ticketAt_.erase(at);
    counterOf_.erase(had);
}

void FeedCheck::fault(std::string sentence) {
    if (faults_.size() < maxFaults) faults_.push_back(std::move(sentence));
}

}  // namespace luot::simulator::check
