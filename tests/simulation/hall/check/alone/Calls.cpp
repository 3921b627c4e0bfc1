#include "tests/simulation/hall/check/alone/Calls.hpp"

#include <fmt/format.h>

namespace luot::simulation {

using queue::TicketState;

bool NobodyIsCalledTwice::headWasBusy(const std::string& ticket, std::int64_t since) const {
    const auto sent = sentOn_.find(ticket);
    return rulesChanged_ > since || (sent != sentOn_.end() && sent->second > since);
}

void NobodyIsCalledTwice::calledAlone(const CallAlone& call) {
    if (const auto other = called_.find(call.ticket); other != called_.end() &&
                                                      other->second.counter != call.counter &&
                                                      !headWasBusy(call.ticket, call.seen))
        complain(fmt::format("{} was called alone though counter {} has it", other->second.number,
                             other->second.counter));
    alone_[call.ticket] = call;
}

void NobodyIsCalledTwice::written(const Entry& entry) {
    const auto seq = entry.row.seq;
    if (std::holds_alternative<queue::SettingsChanged>(entry.event)) rulesChanged_ = seq;
    if (std::holds_alternative<queue::DayOpened>(entry.event)) alone_.clear();
    const auto* ticket = queue::ticketOf(entry.event);
    if (!ticket) return;
    if (std::holds_alternative<queue::TicketTransferred>(entry.event)) sentOn_[ticket->id] = seq;
    const bool nobodyHasIt = ticket->state == TicketState::waiting ||
                             ticket->state == TicketState::cancelled || ticket->state == TicketState::expired;
    if (!nobodyHasIt && ticket->counter)
        called_[ticket->id] = {*ticket->counter, ticket->number, seq};
    else
        called_.erase(ticket->id);
    const auto alone = alone_.find(ticket->id);
    if (alone == alone_.end()) return;
    const auto& call = alone->second;
    const auto* called = std::get_if<queue::TicketCalled>(&entry.event);
    if (called && called->counter != call.counter && !headWasBusy(ticket->id, call.seen))
        complain(fmt::format("counter {} called {}, whom counter {} had called alone", called->counter,
                             ticket->number, call.counter));
    if (std::holds_alternative<queue::TicketSettled>(entry.event)) alone_.erase(alone);
}

}  // namespace luot::simulation
