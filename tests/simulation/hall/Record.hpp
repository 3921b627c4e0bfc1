#pragma once

#include <gmock/gmock.h>

#include "journal/Chain.hpp"
#include "queue/event/EventCodec.hpp"
#include "tests/simulation/hall/check/Checker.hpp"
#include "tests/unit/queue/HallUnderTest.hpp"

/// What shows that a checker finds what it is there for.
namespace luot::simulation {

/// A record made by hand, shown to one checker.
class Record {
public:
    explicit Record(Checker& checker) : checker_(checker) {}

    /// One row in a commit of its own, unless told otherwise.
    void add(const queue::Event& event, const std::string& commandId = {}) {
        journal::Fact fact;
        fact.at = at;
        fact.commandId = commandId;
        if (const auto* ticket = queue::ticketOf(event)) fact.subject = ticket->id;
        std::visit([&](const auto& e) { fact.name = nameOf(e); }, event);
        fact.data = queue::encodeEvent(event);
        end_ = journal::chained(end_, fact);
        rows.push_back({end_.seq, fact, base::hex(end_.hash)});
        checker_.written({rows.back(), event, before, ++commit_});
    }

    std::vector<journal::Row> rows;
    queue::Hall before;
    base::Instant at{};

private:
    static std::string nameOf(const queue::TicketIssued&) { return "ticket_issued"; }
    static std::string nameOf(const queue::DayOpened&) { return "day_opened"; }
    template <class Other>
    static std::string nameOf(const Other&) {
        return "something";
    }

    Checker& checker_;
    journal::ChainEnd end_;
    std::uint64_t commit_ = 0;
};

inline queue::Ticket ticket(const std::string& id, const std::string& number,
                            queue::TicketState state = queue::TicketState::waiting) {
    queue::Ticket made;
    made.id = id;
    made.number = number;
    made.service = "a";
    made.state = state;
    return made;
}

inline queue::Ticket calledTo(int counter, queue::Ticket ticket) {
    ticket.state = queue::TicketState::called;
    ticket.counter = counter;
    return ticket;
}

inline queue::Event issued(queue::Ticket ticket) {
    queue::TicketIssued event;
    event.ticket = std::move(ticket);
    return event;
}

inline queue::Event called(queue::Ticket ticket) {
    queue::TicketCalled event;
    event.counter = *ticket.counter;
    event.calledAs = ticket.line();
    event.ticket = std::move(ticket);
    return event;
}

inline queue::Event opened(base::Date day) {
    queue::DayOpened event;
    event.day = day;
    return event;
}

MATCHER_P(Complains, part, "") {
    *result_listener << testing::PrintToString(arg.complaints());
    return arg.complaints().size() == 1 && arg.complaints()[0].find(part) != std::string::npos;
}

}  // namespace luot::simulation
