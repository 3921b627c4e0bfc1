#include "simulator/course/Door.hpp"

#include <algorithm>

#include "base/Log.hpp"

namespace luot::simulator::course {

namespace asio = boost::asio;

namespace {

/// From the counter back to the kiosk.
constexpr base::Minutes walkBack{2};
/// Whom a closed hall refused tries again after so long.
constexpr base::Minutes comeAgain{2};

}  // namespace

Door::Door(Place place, const std::vector<people::Citizen>& citizens) : place_(std::move(place)) {
    for (const auto& citizen : citizens) toCome_.emplace(citizen.at, citizen);
}

asio::awaitable<void> Door::work() {
    while (!place_.waits.over()) {
        const auto next = nextMoment();
        if (next <= place_.floor.now()) {
            auto citizen = std::move(toCome_.begin()->second);
            toCome_.erase(toCome_.begin());
            busy_ = true;
            co_await admit(std::move(citizen));
            busy_ = false;
        } else {
            place_.lookingOut();
            co_await place_.waits.newsOrUntil(place_.floor.when(next));
        }
    }
}

base::Instant Door::nextMoment() const {
    if (toCome_.empty()) return base::Instant::max();
    return std::max(toCome_.begin()->first, place_.floor.opensAt().value_or(base::Instant{}));
}

void Door::refuse(people::Citizen citizen, const protocol::Problem& problem) {
    base::logInfo("a number was refused: {}", problem.detail);
    if (problem.code != "day_closed") return;
    citizen.at = place_.floor.now() + comeAgain;
    toCome_.emplace(citizen.at, std::move(citizen));
}

asio::awaitable<void> Door::admit(people::Citizen citizen) {
    base::json::Object wish;
    wish["service"] = citizen.service;
    wish["priority"] = citizen.priority;
    wish["dossiers"] = citizen.dossiers;
    const auto answer = co_await place_.line.ask("issue", std::move(wish));
    if (answer.given && !answer.ok) refuse(std::move(citizen), answer.problem);
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
