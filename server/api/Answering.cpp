#include "server/api/Answering.hpp"

#include "base/json/Json.hpp"
#include "server/api/wire/Alone.hpp"
#include "server/api/wire/Reason.hpp"

namespace luot::server::api {

namespace {

using Events = std::vector<queue::Event>;

/// The ticket of the newest event that has one: of an ended ticket the hall keeps no more.
const queue::Ticket* newestTicket(const Events& events) {
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        if (const auto* ticket = queue::ticketOf(*event)) return ticket;
    }
    return nullptr;
}

/// What a call is answered with.
struct Calling {
    std::optional<protocol::Ticket> ticket;
    std::optional<protocol::Counter> counter;
    std::optional<wire::Reason> reason;
};
BOOST_DESCRIBE_STRUCT(Calling, (), (ticket, counter, reason))

struct Paper {
    std::vector<protocol::Ticket> tickets;
};
BOOST_DESCRIBE_STRUCT(Paper, (), (tickets))

struct Taken {
    int taken = 0;  ///< booked times
};
BOOST_DESCRIBE_STRUCT(Taken, (), (taken))

template <class T>
hall::Outcome json(const T& answer, int status = 200) {
    return {status, std::make_shared<const std::string>(base::json::encodeText(answer)), std::nullopt};
}

hall::Outcome issued(const queue::Ticket& ticket, const queue::Hall& hall, base::Instant now,
                     const AnswerParts& parts) {
    auto wire = wireTicket(ticket, hall, now);
    wire.trackingUrl = parts.publicUrl + "/t/" + parts.secretOf(ticket.id);
    return json(wire, 201);
}

/// call-next that found nobody after finishing the one before is 204 like any other.
bool calledNobody(const queue::Command& command, const Events& events) {
    if (!std::holds_alternative<queue::CallNext>(command)) return false;
    return events.empty() || !std::holds_alternative<queue::TicketCalled>(events.back());
}

Calling calling(int counter, const queue::Hall& hall, const Events& events, base::Instant now) {
    Calling answer;
    if (const auto* ticket = newestTicket(events)) answer.ticket = wireTicket(*ticket, hall, now);
    if (const auto* desk = hall.desk(counter)) answer.counter = wireCounter(*desk, hall);
    return answer;
}

/// With the reason of the call, if it was one.
hall::Outcome explained(Calling answer, const Events& events, const AnswerParts& parts) {
    if (!events.empty())
        if (const auto* called = std::get_if<queue::TicketCalled>(&events.back()))
            answer.reason = wire::reason(called->reason, parts.wording);
    return json(answer);
}

hall::Outcome paper(const Events& events) {
    Paper answer;
    for (const auto& event : events)
        if (const auto* ticket = queue::ticketOf(event)) answer.tickets.push_back(wireTicket(*ticket));
    return json(answer, 201);
}

hall::Outcome announced(const Events& events) {
    const auto* prepared = events.empty() ? nullptr : std::get_if<queue::TicketsPrepared>(&events.back());
    return prepared ? json(*prepared) : hall::Outcome{204, nullptr, std::nullopt};
}

hall::Outcome taken(const queue::Command& command) {
    const auto* list = std::get_if<queue::ImportAppointments>(&command);
    return json(Taken{list ? static_cast<int>(list->appointments.size()) : 0});
}

hall::Outcome device(const queue::Command& command) {
    const auto* report = std::get_if<queue::ReportPrinter>(&command);
    return report ? json(queue::PrinterReported{report->device, report->fault})
                  : json(queue::PrinterReported{});
}

/// Of those who were alone.
hall::Outcome alone(const queue::Command& command, const queue::Hall& hall, const Events& events,
                    const AnswerParts& parts) {
    if (const auto* begin = std::get_if<queue::BeginSeries>(&command))
        return json(wire::seriesAnswer(hall, begin->digit, *parts.seal));
    if (const auto* merge = std::get_if<queue::MergeOfflineTickets>(&command))
        return json(wire::merged(*merge, events));
    return json(wire::settlement(hall, std::get<queue::SettleCounter>(command)));
}

/// The hall as far as it fits a frame; GET /hall gives all that wait.
protocol::Hall shortHall(const hall::Standing& standing, const Surroundings& surroundings) {
    return std::move(inParts(wireHall(standing, surroundings)).front());
}

}  // namespace

hall::Describe describing(const CommandRow& row, const AnswerParts& parts) {
    return [&row, &parts](const queue::Command& command, const hall::Standing& after, const Events& events,
                          base::Instant now) {
        const auto* ticket = newestTicket(events);
        const int counter = counterOf(command).value_or(0);
        switch (row.scope) {
            case Scope::issue:
                return issued(*ticket, after.hall, now, parts);
            case Scope::paper:
                return paper(events);
            case Scope::ticket:
                if (!ticket) ticket = after.hall.ticket(ticketOf(command).value_or(""));
                return json(wireTicket(*ticket, after.hall, now));
            case Scope::counter:
                return json(wireCounter(*after.hall.desk(counter), after.hall));
            case Scope::calling:
                if (calledNobody(command, events)) return hall::Outcome{204, nullptr, std::nullopt};
                return explained(calling(counter, after.hall, events, now), events, parts);
            case Scope::announcement:
                return announced(events);
            case Scope::appointments:
                return taken(command);
            case Scope::device:
                return device(command);
            case Scope::series:
            case Scope::merge:
            case Scope::settlement:
                return alone(command, after.hall, events, parts);
            case Scope::hall:
                return json(shortHall(after, parts.surroundings(now)));
        }
        return hall::Outcome{};
    };
}

}  // namespace luot::server::api
