#include "tests/simulation/hall/check/rules/Limits.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace luot::simulation {

namespace {

constexpr base::Minutes halfADay{12 * 60};

}  // namespace

using queue::Ticket;
using queue::TicketState;

void CallingKeepsItsLimits::written(const Entry& entry) {
    const auto at = entry.row.fact.at;
    const auto& rules = entry.before.rules.calling;
    if (const auto* call = std::get_if<queue::TicketCalled>(&entry.event)) calls_[call->ticket.id] = {at};
    if (const auto* alone = std::get_if<queue::TicketSettled>(&entry.event)) settled(alone->ticket);
    if (const auto* undone = std::get_if<queue::CallUndone>(&entry.event)) calls_.erase(undone->ticket.id);
    if (const auto* again = std::get_if<queue::TicketRecalled>(&entry.event)) {
        auto& calls = calls_[again->ticket.id];
        if (!calls.empty() && at - calls.back() < rules.recallGap)
            complain(again->ticket.number + " was called again too soon");
        calls.push_back(at);
        if (std::ssize(calls) - 1 > rules.recallMax)
            complain(again->ticket.number + " was called again too often");
    }
    if (const auto* gone = std::get_if<queue::TicketMissed>(&entry.event)) missed(entry, gone->ticket.id);
    if (const auto* back = std::get_if<queue::TicketReturned>(&entry.event)) returned(entry, back->ticket);
}

/// The calls that a counter made alone go on.
void CallingKeepsItsLimits::settled(const Ticket& ticket) {
    auto& calls = calls_[ticket.id];
    calls.clear();
    if (ticket.state != TicketState::called || !ticket.callingSince) return;
    calls.assign(static_cast<std::size_t>(std::max(1, ticket.calls - ticket.callsBefore)),
                 *ticket.callingSince);
    calls.back() = ticket.lastCalledAt.value_or(*ticket.callingSince);
}

void CallingKeepsItsLimits::missed(const Entry& entry, const std::string& ticket) {
    const auto& rules = entry.before.rules;
    const auto& calls = calls_[ticket];
    if (std::ssize(calls) < rules.calling.noShowAfterCalls)
        complain(fmt::format("somebody was absent after {} calls", calls.size()));
    if (calls.empty()) return;
    if (rules.calendar.counted(calls.front(), entry.row.fact.at) < rules.calling.noShowAfter)
        complain("somebody was absent too soon");
}

/// Behind so many of those who wait in the same line, or behind all of them.
void CallingKeepsItsLimits::returned(const Entry& entry, const Ticket& ticket) {
    const auto& hall = entry.before;
    const auto* before = hall.ticket(ticket.id);
    if (!before || before->state != TicketState::noShow || !before->endedAt) return;
    const auto& rules = hall.rules;
    if (rules.calendar.counted(*before->endedAt, entry.row.fact.at) > rules.calling.lateReturnWithin)
        complain(ticket.number + " came back too late");
    int ahead = 0, all = 0;
    for (const auto& [id, other] : hall.tickets) {
        const bool sameLine = ticket.onlyCounter ? other.onlyCounter == ticket.onlyCounter
                                                 : !other.onlyCounter && other.service == ticket.service;
        if (other.state != TicketState::waiting || !sameLine || other.line() != ticket.line()) continue;
        ++all;
        if (other.place < ticket.place) ++ahead;
    }
    if (ahead < std::min(all, rules.calling.lateReturnBehind))
        complain(fmt::format("{} came back behind {} of {}", ticket.number, ahead, all));
}

void QuotasHold::written(const Entry& entry) {
    const auto* opened = std::get_if<queue::DayOpened>(&entry.event);
    if (opened && entry.before.day != opened->day) issued_.clear();
    const auto* jumped = std::get_if<queue::ClockJumped>(&entry.event);
    if (jumped && std::chrono::abs(jumped->jump) >= halfADay) clockLeapt_ = true;
    // While the server was down nobody could note it.
    if (newest_ - entry.row.fact.at >= halfADay) clockLeapt_ = true;
    newest_ = std::max(newest_, entry.row.fact.at);
    const auto* issued = std::get_if<queue::TicketIssued>(&entry.event);
    if (!issued) return;
    const auto& ticket = issued->ticket;
    const auto* service = entry.before.service(ticket.service);
    const auto session = entry.before.rules.calendar.sessionAt(entry.row.fact.at);
    auto& count = issued_[{session, ticket.service}];
    if (service && service->quota && session && !clockLeapt_ && !ticket.paper && !ticket.offline &&
        count >= *service->quota)
        complain(fmt::format("service {} gave {} numbers in a session, {} are too many", ticket.service,
                             count + 1, *service->quota));
    ++count;
}

}  // namespace luot::simulation
