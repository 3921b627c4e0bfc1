#include "simulator/course/Day.hpp"

#include <algorithm>

#include "base/Log.hpp"
#include "simulator/course/Staff.hpp"

namespace luot::simulator::course {

namespace {

/// Where neither the centre's file nor the profile says how many come: a merged commune's typical day.
constexpr int ticketsOfUnknownCentre = 230;
/// Streams of the clerks' chance lie beyond those of the citizens.
constexpr std::uint64_t clerkStreams = 1000;

std::set<std::string> allServices(const protocol::Hall& hall) {
    std::set<std::string> services;
    for (const auto& service : hall.services) services.insert(service.id);
    return services;
}

}  // namespace

void Day::start() {
    const auto& hall = run_.floor().hall();
    const auto counters = chooseCounters(hall, run_.plan().clerks);
    const auto served = counters.empty() ? allServices(hall) : servicesAt(hall, counters);
    people::Citizens citizens(run_.plan().profile, demandOf(served), run_.plan().seed);
    const auto day = citizens.day();
    planned_ = static_cast<int>(day.size());
    base::logInfo("{} citizens come, {} clerks serve {} services", day.size(), counters.size(),
                  served.size());
    door_ = std::make_unique<Door>(
        Door::Place{run_.floor(), run_.waits(), run_.front(), [this] { considerEnd(); }}, day);
    run_.floor().onTicket([this](const auto& event, const auto& ticket) { door_->told(event, ticket); });
    for (const int counter : counters) addDesk(counter, served);
    run_.spawn(door_->work());
    for (auto& desk : desks_) run_.spawn(desk.work());
}

people::Demand Day::demandOf(const std::set<std::string>& services) const {
    const auto& plan = run_.plan();
    const auto& hall = run_.floor().hall();
    people::Demand demand;
    demand.from = run_.floor().now();
    demand.date = base::dateOf(demand.from);
    demand.exactly = plan.tickets;
    const auto known = plan.profile.dailyTickets.find(hall.centre.id);
    demand.typicalTickets =
        known == plan.profile.dailyTickets.end() ? ticketsOfUnknownCentre : known->second.typical;
    if (plan.demand) demand.typicalTickets = plan.demand->typicalDailyTickets;
    demand.mix = mixOf(plan.demand ? plan.demand->mix : std::map<std::string, double>{}, services);
    return demand;
}

void Day::addDesk(int counter, const std::set<std::string>& services) {
    people::Post post{counter, clerkAt(counter), base::dateOf(run_.floor().now()), {}};
    post.transferTo.assign(services.begin(), services.end());
    people::Dice dice(run_.plan().seed, clerkStreams + static_cast<std::uint64_t>(counter));
    people::Clerk clerk(std::move(post), run_.plan().profile, std::move(dice));
    desks_.emplace_back(Desk::Place{run_.floor(), run_.waits(), run_.addLine(), [this] { considerEnd(); }},
                        std::move(clerk));
}

void Day::considerEnd() {
    if (run_.floor().dayClosed() || done()) run_.stop();
}

bool Day::done() const {
    if (!door_->done()) return false;
    const auto& hall = run_.floor().hall();
    if (desks_.empty()) return hall.waiting.empty() && hall.called.empty() && hall.serving.empty();
    return std::all_of(desks_.begin(), desks_.end(), [](const auto& desk) { return desk.done(); });
}

void Day::report(base::json::Object& into) const {
    into["planned"] = planned_;
    run_.floor().tally.report(into);
}

}  // namespace luot::simulator::course
