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

void apply(Board& board, const queue::TicketCalled& event) {
    putOnTop(board, event.ticket);
    if (event.ticket.calls != 1 || !event.ticket.calledAt) return;
    const auto waited =
        std::chrono::duration_cast<base::Seconds>(*event.ticket.calledAt - event.ticket.issuedAt);
    board.waitSumS += waited.count();
    ++board.waitCount;
}

void apply(Board& board, const queue::TicketRecalled& event) { putOnTop(board, event.ticket); }

void apply(Board& board, const queue::CallUndone& event) { forget(board, event.ticket.id); }

void apply(Board& board, const queue::TicketFinished& event) {
    ++board.served;
    for (auto& recent : board.recent)
        if (recent.id == event.ticket.id) recent = event.ticket;
}

template <class Event>
void apply(Board& board, const Event& event) {
    if constexpr (requires { event.ticket.id; })
        for (auto& recent : board.recent)
            if (recent.id == event.ticket.id) recent = event.ticket;
}

}  // namespace

void Board::apply(const queue::Event& event) {
    std::visit([this](const auto& e) { hall::apply(*this, e); }, event);
}

}  // namespace luot::server::hall
