#include "queue/decide/Decisions.hpp"
#include "queue/decide/calling/LateReturn.hpp"

namespace luot::queue {

namespace {

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
    fact.ticket.heldAt.reset();
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
    fact.ticket.heldAt.reset();
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

Decision decide(const Hall& hall, const ChangeDossiers& command, Instant) {
    if (!command.dossiers && !command.dossierCode) return refuse(RefusalCode::badArgument, "dossiers");
    if (command.dossiers && (*command.dossiers < 1 || *command.dossiers > mostDossiers))
        return refuse(RefusalCode::badArgument, "dossiers", std::to_string(*command.dossiers));
    const auto ticket =
        ticketIn(hall, command.ticket,
                 {TicketState::waiting, TicketState::called, TicketState::serving, TicketState::held});
    if (!ticket) return tl::unexpected(ticket.error());
    DossiersChanged fact{**ticket};
    if (command.dossiers) fact.ticket.dossiers = *command.dossiers;
    if (command.dossierCode) fact.ticket.dossierCode = command.dossierCode;
    if (fact.ticket == **ticket) return nothingHappens();
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const RecordPrint& command, Instant) {
    const auto ticket = livingTicket(hall, command.ticket);
    if (!ticket) return tl::unexpected(ticket.error());
    TicketPrinted fact{**ticket, false, command.fault};
    fact.ticket.printed = command.outcome;
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const ReprintTicket& command, Instant) {
    const auto ticket =
        ticketIn(hall, command.ticket,
                 {TicketState::waiting, TicketState::called, TicketState::serving, TicketState::held});
    if (!ticket) return tl::unexpected(ticket.error());
    return happens(TicketPrinted{**ticket, true, std::nullopt, command.device});
}

}  // namespace luot::queue
