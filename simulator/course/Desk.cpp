#include "simulator/course/Desk.hpp"

#include <cmath>

#include "base/Log.hpp"

namespace luot::simulator::course {

namespace asio = boost::asio;
using people::Step;

asio::awaitable<void> Desk::work() {
    while (!place_.waits.over()) {
        auto step = clerk_.next(place_.floor.now(), somebodyWaits());
        switch (step.kind) {
            case Step::Kind::ask:
                co_await carryOut(std::move(step));
                break;
            case Step::Kind::rest:
                co_await place_.waits.until(place_.floor.when(step.until));
                break;
            case Step::Kind::lookOut:
                place_.lookingOut();
                co_await place_.waits.newsOrUntil(place_.floor.when(step.until));
                break;
            case Step::Kind::leave:
                place_.lookingOut();
                co_return;
        }
    }
}

bool Desk::done() const {
    if (clerk_.state() == people::Clerk::State::gone) return true;
    const auto* counter = place_.floor.view().counter(clerk_.counter());
    const bool empty =
        !counter || (!counter->ticket && place_.floor.view().waitingFor(clerk_.counter()).empty());
    return clerk_.idle() && empty;
}

/// An empty answer is believed until the feed has told something new.
bool Desk::somebodyWaits() const {
    const auto& view = place_.floor.view();
    return view.hall().seq != emptyAt_ && !view.waitingFor(clerk_.counter()).empty();
}

asio::awaitable<void> Desk::carryOut(Step step) {
    const bool calls = step.command == "call_next";
    const auto command = step.command;
    const auto seq = place_.floor.hall().seq;
    const auto answer = co_await place_.line.ask(std::move(step.command), std::move(step.arguments));
    if (!answer.given) co_return;
    const auto now = place_.floor.now();
    if (!answer.ok) {
        base::logInfo("counter {}: {} was refused: {}", clerk_.counter(), command, answer.problem.detail);
        clerk_.refused(now, standing());
        co_return;
    }
    std::optional<people::CalledTicket> ticket;
    if (calls) {
        const auto* result = answer.result.if_object();
        const auto* member = result ? result->if_contains("ticket") : nullptr;
        const auto given = member ? base::json::decode<protocol::Ticket>(*member) : protocol::Ticket{};
        if (member && given) ticket = called(*given);
        if (!ticket) emptyAt_ = seq;
    }
    clerk_.answered(now, std::move(ticket));
}

people::Standing Desk::standing() const {
    people::Standing standing;
    const auto& view = place_.floor.view();
    const auto* counter = view.counter(clerk_.counter());
    if (!counter) return standing;
    standing.counterClosed = counter->state == "closed";
    standing.counterPaused = counter->state == "paused";
    const auto* ticket = counter->ticket ? view.ticket(*counter->ticket) : nullptr;
    if (ticket && ticket->state == "called") standing.called = called(*ticket);
    if (ticket && ticket->state == "serving") standing.serving = called(*ticket);
    return standing;
}

people::CalledTicket Desk::called(const protocol::Ticket& ticket) const {
    people::CalledTicket known{ticket.id, ticket.service, ticket.dossiers, {}};
    if (ticket.calledAt) {
        const auto waited = static_cast<double>((*ticket.calledAt - ticket.issuedAt).count());
        known.waited = base::Milliseconds(std::llround(waited * place_.floor.pace().overServer));
    }
    return known;
}

}  // namespace luot::simulator::course
