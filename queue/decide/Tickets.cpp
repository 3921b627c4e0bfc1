#include <fmt/format.h>

#include "queue/decide/Decisions.hpp"
#include "queue/decide/LateReturn.hpp"

namespace luot::queue {

namespace {

constexpr int mostDossiers = 999;

std::optional<Refusal> wrongArgument(const Hall& hall, const IssueTicket& command) {
    const auto wrong = [](std::string name, std::string value) {
        return Refusal{RefusalCode::badArgument, std::move(name), std::move(value)};
    };
    if (command.id.empty() || hall.tickets.contains(command.id) || hall.ended.contains(command.id))
        return wrong("id", command.id);
    // The other lanes come with their rules.
    if (command.lane != "normal") return wrong("lane", command.lane);
    if (command.language != "vi" && command.language != "en") return wrong("language", command.language);
    if (command.dossiers < 1 || command.dossiers > mostDossiers)
        return wrong("dossiers", std::to_string(command.dossiers));
    return std::nullopt;
}

/// The service's next number that nobody had today. Refused: seriesUsedUp.
Checked<std::string> nextNumber(const Hall& hall, const Service& service) {
    const auto found = hall.nextNumber.find(service.id);
    int count = found == hall.nextNumber.end() ? service.firstNumber : found->second;
    for (;; ++count) {
        if (service.lastNumber && count > *service.lastNumber)
            return refuse(RefusalCode::seriesUsedUp, service.id, std::to_string(*service.lastNumber));
        auto number = fmt::format("{}{:0{}}", service.prefix, count, service.digits);
        // Another service may have had it: prefixes can change between two openings of a day, and A1 + 001 is
        // A + 1001.
        if (!hall.idOfNumber.contains(number)) return number;
    }
}

Checked<const Ticket*> ticketIn(const Hall& hall, const std::string& id,
                                std::initializer_list<TicketState> states) {
    const auto ticket = livingTicket(hall, id);
    if (!ticket) return ticket;
    for (const auto state : states)
        if ((*ticket)->state == state) return ticket;
    return wrongState(**ticket);
}

std::optional<Refusal> wrongTarget(const Hall& hall, const TransferTicket& command) {
    if (command.service.has_value() == command.counter.has_value())
        return Refusal{RefusalCode::badArgument, "service", {}};
    if (command.service && !hall.service(*command.service))
        return Refusal{RefusalCode::unknownService, *command.service, {}};
    if (command.counter && !hall.place(*command.counter))
        return Refusal{RefusalCode::unknownCounter, std::to_string(*command.counter), {}};
    return std::nullopt;
}

}  // namespace

Checked<const Ticket*> livingTicket(const Hall& hall, const std::string& id) {
    if (const auto* ticket = hall.ticket(id)) return ticket;
    const auto ended = hall.ended.find(id);
    if (ended == hall.ended.end()) return refuse(RefusalCode::unknownTicket, id);
    return refuse(RefusalCode::wrongState, ended->second.number, word(ended->second.state));
}

Decision decide(const Hall& hall, const IssueTicket& command, Instant now) {
    if (auto refusal = wrongArgument(hall, command)) return tl::unexpected(std::move(*refusal));
    const auto* service = hall.service(command.service);
    if (!service) return refuse(RefusalCode::unknownService, command.service);
    if (!hall.givesTickets(now)) return refuse(RefusalCode::dayClosed);
    auto number = nextNumber(hall, *service);
    if (!number) return tl::unexpected(std::move(number.error()));
    TicketIssued fact;
    auto& ticket = fact.ticket;
    ticket.id = command.id;
    ticket.number = std::move(*number);
    ticket.service = command.service;
    ticket.procedure = command.procedure;
    ticket.priority = command.priority;
    ticket.lane = command.lane;
    ticket.language = command.language;
    ticket.dossiers = command.dossiers;
    ticket.dossierCode = command.dossierCode;
    ticket.issuedAt = now;
    ticket.place = hall.lastPlace + placeGap;
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const ReturnTicket& command, Instant now) {
    const auto ticket =
        ticketIn(hall, command.ticket, {TicketState::held, TicketState::called, TicketState::noShow});
    if (!ticket) return tl::unexpected(ticket.error());
    if (!hall.open) return refuse(RefusalCode::dayClosed);
    if (!hall.service((*ticket)->service)) return refuse(RefusalCode::unknownService, (*ticket)->service);
    TicketReturned fact{**ticket};
    // The counter that it was sent to may have gone meanwhile.
    if (fact.ticket.onlyCounter && !hall.place(*fact.ticket.onlyCounter)) fact.ticket.onlyCounter.reset();
    if ((*ticket)->state == TicketState::noShow) {
        if (isTooLate(hall, **ticket, now))
            return refuse(RefusalCode::tooLate, (*ticket)->number, word((*ticket)->state));
        fact.ticket.place = lateComersPlace(hall, fact.ticket);
    }
    fact.ticket.state = TicketState::waiting;
    fact.ticket.startedAt.reset();
    fact.ticket.endedAt.reset();
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const TransferTicket& command, Instant) {
    if (auto refusal = wrongTarget(hall, command)) return tl::unexpected(std::move(*refusal));
    const auto found =
        ticketIn(hall, command.ticket,
                 {TicketState::waiting, TicketState::called, TicketState::serving, TicketState::held});
    if (!found) return tl::unexpected(found.error());
    const auto& ticket = **found;
    TicketTransferred fact{ticket, ticket.service, std::nullopt};
    if (ticket.state != TicketState::waiting) fact.fromCounter = ticket.counter;
    if (command.service) fact.ticket.service = *command.service;
    fact.ticket.onlyCounter = command.counter;
    if (ticket.state == TicketState::waiting && fact.ticket == ticket) return nothingHappens();
    fact.ticket.state = TicketState::waiting;
    fact.ticket.startedAt.reset();
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const CancelTicket& command, Instant now) {
    const auto ticket =
        ticketIn(hall, command.ticket, {TicketState::waiting, TicketState::called, TicketState::held});
    if (!ticket) return tl::unexpected(ticket.error());
    TicketCancelled fact{**ticket};
    fact.ticket.state = TicketState::cancelled;
    fact.ticket.endedAt = now;
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const ChangePriority& command, Instant) {
    if (command.reason.empty()) return refuse(RefusalCode::badArgument, "reason");
    const auto ticket =
        ticketIn(hall, command.ticket,
                 {TicketState::waiting, TicketState::called, TicketState::held, TicketState::serving});
    if (!ticket) return tl::unexpected(ticket.error());
    if ((*ticket)->priority == command.granted) return nothingHappens();
    PriorityChanged fact{**ticket, command.reason};
    fact.ticket.priority = command.granted;
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const RecordPrint& command, Instant) {
    const auto ticket = livingTicket(hall, command.ticket);
    if (!ticket) return tl::unexpected(ticket.error());
    TicketPrinted fact{**ticket, false};
    fact.ticket.printed = command.outcome;
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const ReprintTicket& command, Instant) {
    const auto ticket =
        ticketIn(hall, command.ticket,
                 {TicketState::waiting, TicketState::called, TicketState::serving, TicketState::held});
    if (!ticket) return tl::unexpected(ticket.error());
    return happens(TicketPrinted{**ticket, true});
}

}  // namespace luot::queue
