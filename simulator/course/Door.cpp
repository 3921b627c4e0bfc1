#include "simulator/course/Door.hpp"

#include "base/Log.hpp"

namespace luot::simulator::course {

namespace asio = boost::asio;

namespace {

/// From the counter back to the kiosk.
constexpr base::Minutes walkBack{2};

}  // namespace

Door::Door(Place place, const std::vector<people::Citizen>& citizens) : place_(std::move(place)) {
    for (const auto& citizen : citizens) toCome_.emplace(citizen.at, citizen);
}

asio::awaitable<void> Door::work() {
    while (!place_.waits.over()) {
        const bool due = !toCome_.empty() && toCome_.begin()->first <= place_.floor.now();
        if (due) {
            auto citizen = std::move(toCome_.begin()->second);
            toCome_.erase(toCome_.begin());
            busy_ = true;
            co_await admit(std::move(citizen));
            busy_ = false;
        } else {
            place_.lookingOut();
            const auto next = toCome_.empty() ? base::Instant::max() : toCome_.begin()->first;
            co_await place_.waits.newsOrUntil(place_.floor.when(next));
        }
    }
}

asio::awaitable<void> Door::admit(people::Citizen citizen) {
    base::json::Object wish;
    wish["service"] = citizen.service;
    wish["priority"] = citizen.priority;
    wish["dossiers"] = citizen.dossiers;
    const auto answer = co_await place_.line.ask("issue", std::move(wish));
    if (answer.given && !answer.ok) base::logInfo("a number was refused: {}", answer.problem.detail);
    if (!answer.ok) co_return;
    const auto ticket = base::json::decode<protocol::Ticket>(answer.result);
    if (!ticket) {
        base::logWarn("the answer to an issue: {}", ticket.error().what);
        co_return;
    }
    place_.floor.check.acknowledged(*ticket);
    const double told = ticket->estimate ? ticket->estimate->p50S * place_.floor.pace().overServer : 0;
    if (told > std::chrono::duration<double>(citizen.patience).count()) {
        base::json::Object goodBye;
        goodBye["ticket"] = ticket->id;
        co_await place_.line.ask("cancel", std::move(goodBye));
    } else if (citizen.thenService) {
        comeBack_.emplace(ticket->id, std::move(citizen));
    }
}

void Door::told(const protocol::EventFrame& event, const protocol::Ticket& ticket) {
    if (event.name != "ticket_finished") return;
    const auto known = comeBack_.find(ticket.id);
    if (known == comeBack_.end()) return;
    auto citizen = std::move(known->second);
    comeBack_.erase(known);
    citizen.at = place_.floor.now() + walkBack;
    citizen.service = std::move(*citizen.thenService);
    citizen.thenService.reset();
    citizen.dossiers = 1;
    toCome_.emplace(citizen.at, std::move(citizen));
}

}  // namespace luot::simulator::course
