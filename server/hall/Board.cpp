#include "server/hall/Board.hpp"

#include <algorithm>

namespace luot::server::hall {

namespace {

void forget(Board& board, const std::string& ticket) {
    std::erase_if(board.recent, [&](const auto& r) { return r.id == ticket; });
}

void putOnTop(Board& board, const queue::Ticket& ticket) {
    forget(board, ticket.id);
    board.recent.push_front(ticket);
    if (board.recent.size() > maxRecent) board.recent.pop_back();
}

void forgetPrepared(Board& board, const std::string& number) {
    for (auto& announcement : board.prepared) std::erase(announcement.numbers, number);
    std::erase_if(board.prepared, [](const auto& announcement) { return announcement.numbers.empty(); });
}

/// Of a first call.
void countWait(Board& board, const queue::Ticket& ticket) {
    if (ticket.calls != 1 || !ticket.calledAt) return;
    const auto passed = std::chrono::duration_cast<base::Seconds>(*ticket.calledAt - ticket.issuedAt);
    board.waitSumS += ticket.waitedS.value_or(passed).count();
    ++board.waitCount;
}

void apply(Board& board, const queue::TicketCalled& event) {
    putOnTop(board, event.ticket);
    countWait(board, event.ticket);
}

void keepInStep(Board& board, const queue::Ticket& ticket) {
    for (auto& recent : board.recent)
        if (recent.id == ticket.id) recent = ticket;
}

/// A call of the past: counted, and told to nobody.
void apply(Board& board, const queue::TicketSettled& event) {
    keepInStep(board, event.ticket);
    if (event.ticket.state == queue::TicketState::finished) ++board.served;
    countWait(board, event.ticket);
}

void apply(Board& board, const queue::TicketRecalled& event) { putOnTop(board, event.ticket); }

void apply(Board& board, const queue::CallUndone& event) { forget(board, event.ticket.id); }

void apply(Board& board, const queue::TicketFinished& event) {
    ++board.served;
    keepInStep(board, event.ticket);
}

void apply(Board& board, const queue::TicketsPrepared& event) {
    auto& all = board.prepared;
    std::erase_if(
        all, [&](const auto& other) { return other.counter == event.counter && other.zone == event.zone; });
    all.insert(all.begin(), Announcement{event.numbers, event.counter, event.zone});
}

void apply(Board& board, const queue::DayClosed&) {
    board.clockFault.reset();
    board.restart.reset();
}

template <class Event>
void apply(Board& board, const Event& event) {
    if constexpr (requires { event.ticket.id; }) keepInStep(board, event.ticket);
}

}  // namespace

void Board::apply(const queue::Event& event, base::Instant at) {
    std::visit([this](const auto& e) { hall::apply(*this, e); }, event);
    if (const auto* jumped = std::get_if<queue::ClockJumped>(&event)) {
        clockFault = ClockFault{jumped->jump, at};
        // A jump of nothing says that the clock is right again.
        if (jumped->jump == base::Milliseconds(0)) clockFault.reset();
    }
    if (const auto* restarted = std::get_if<queue::ServerRestarted>(&event))
        restart = Restart{restarted->waiting, at};
    const auto* ticket = queue::ticketOf(event);
    if (ticket && ticket->state != queue::TicketState::waiting) forgetPrepared(*this, ticket->number);
}

}  // namespace luot::server::hall
