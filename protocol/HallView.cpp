#include "protocol/HallView.hpp"

#include <algorithm>

#include "protocol/Lists.hpp"

namespace luot::protocol {

namespace json = base::json;
using base::fail;
using base::Fault;
using base::Result;

namespace {

void append(std::vector<Ticket>& to, const std::vector<Ticket>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

/// What every event of a counter carries.
struct CounterNews {
    int number = 0;
    std::string state;
    std::optional<std::string> clerk;
    std::optional<std::string> pauseReason;
};
BOOST_DESCRIBE_STRUCT(CounterNews, (), (number, state, clerk, pauseReason))

bool flag(const EventFrame& event, std::string_view name) {
    const auto* value = event.data.if_contains(name);
    return value && value->is_bool() && value->get_bool();
}

}  // namespace

Result<> HallView::apply(const Snapshot& snapshot) {
    const bool first = snapshot.part == 1;
    const bool follows = snapshot.part == partsSeen_ + 1 && snapshot.seq == hall_.seq && !complete_;
    complete_ = false;
    if (snapshot.parts < snapshot.part || (!first && !follows)) {
        partsSeen_ = 0;
        return fail(Fault::invalidInput,
                    "part " + std::to_string(snapshot.part) + " of a snapshot came out of turn");
    }
    if (first) {
        hall_ = snapshot.hall;
        hall_.seq = snapshot.seq;
    } else {
        for (const auto list : placeLists) append(hall_.*list, snapshot.hall.*list);
        append(hall_.recent, snapshot.hall.recent);
    }
    partsSeen_ = snapshot.part;
    if (snapshot.part < snapshot.parts) return {};
    for (const auto list : placeLists) std::sort((hall_.*list).begin(), (hall_.*list).end(), byPlace);
    for (auto& ticket : hall_.waiting) ticket.ahead.reset();
    for (auto& ticket : hall_.waiting) ticket.estimate.reset();
    complete_ = true;
    return {};
}

Result<> HallView::apply(const EventFrame& event) {
    if (!complete_) return fail(Fault::invalidInput, "an event came before the snapshot");
    if (event.seq != hall_.seq + 1) {
        return fail(Fault::invalidInput,
                    "event " + std::to_string(event.seq) + " does not follow " + std::to_string(hall_.seq));
    }
    Result<> done;
    if (event.data.contains("ticket")) {
        done = applyTicket(event);
    } else if (event.data.contains("counter") && event.name.starts_with("counter_")) {
        done = applyCounter(event);
    } else if (event.name == "day_opened" || event.name == "day_closed") {
        done = applyDay(event);
    } else if (event.name == "tickets_prepared") {
        done = applyPrepared(event);
    } else if (event.name == "clock_jumped") {
        done = applyClockJump(event);
    } else if (event.name == "server_restarted") {
        done = applyRestart(event);
    } else if (event.name == "settings_changed" && event.data.contains("rules") &&
               !event.data.contains("from")) {
        complete_ = false;
        return fail(Fault::invalidInput, "the centre's rules have changed");
    }
    if (!done) return done;
    hall_.seq = event.seq;
    hall_.now = event.at;
    return {};
}

void HallView::apply(const Status& status) {
    hall_.writable = status.writable;
    hall_.givesTickets = status.givesTickets;
    hall_.nextSession = status.nextSession;
    if (!status.services) return;
    hall_.alerts = status.alerts;
    hall_.clockFault = status.clockFault;
    for (const auto& news : *status.services) {
        auto* service = find(hall_.services, news.id, &Service::id);
        if (!service) continue;
        service->open = news.open;
        service->opensAt = news.opensAt;
        service->estimate = news.estimate;
    }
}

Result<> HallView::applyDay(const EventFrame& event) {
    auto day = member<std::string>(event, "day");
    if (!day) return tl::unexpected(day.error());
    hall_.open = event.name == "day_opened";
    if (hall_.open && hall_.day != *day) startNewDay();
    if (!hall_.open) hall_.clockFault.reset();
    if (!hall_.open) setGiving(false);
    if (hall_.open && flag(event, "by_command")) setGiving(true);
    hall_.day = std::move(*day);
    return {};
}

/// The services as far as the day's opening and closing alone say; the status that follows says the rest.
void HallView::setGiving(bool gives) {
    hall_.givesTickets = gives;
    for (auto& service : hall_.services) {
        service.open = gives;
        if (gives) service.opensAt.reset();
    }
}

void HallView::startNewDay() {
    for (const auto list : placeLists) (hall_.*list).clear();
    hall_.recent.clear();
    hall_.prepared.clear();
    hall_.clockFault.reset();
    hall_.restart.reset();
    for (auto& counter : hall_.counters) counter.ticket.reset();
    for (auto& service : hall_.services) service.waiting = 0;
    hall_.served = 0;
    hall_.waitSumS = 0;
    hall_.waitCount = 0;
}

Result<> HallView::applyCounter(const EventFrame& event) {
    auto news = member<CounterNews>(event, "counter");
    if (!news) return tl::unexpected(news.error());
    auto* counter = find(hall_.counters, news->number, &Counter::number);
    if (!counter) return fail(Fault::invalidInput, "there is no counter " + std::to_string(news->number));
    counter->state = std::move(news->state);
    counter->clerk = std::move(news->clerk);
    counter->pauseReason = std::move(news->pauseReason);
    narrowToSkills(*counter);
    return {};
}

/// What it serves with the clerk who is there now.
void HallView::narrowToSkills(Counter& counter) const {
    auto all = counter.allServices.value_or(counter.services);
    const auto* clerk = counter.clerk ? find(hall_.clerks, *counter.clerk, &Clerk::id) : nullptr;
    counter.services = all;
    counter.allServices.reset();
    if (!clerk || clerk->skills.empty()) return;
    std::erase_if(counter.services, [&](const auto& service) {
        return std::find(clerk->skills.begin(), clerk->skills.end(), service) == clerk->skills.end();
    });
    if (counter.services != all) counter.allServices = std::move(all);
}

Result<> HallView::applyPrepared(const EventFrame& event) {
    auto prepared = json::decode<Prepared>(json::Value(event.data));
    if (!prepared) return tl::unexpected(prepared.error());
    auto& all = hall_.prepared;
    std::erase_if(all, [&](const auto& other) {
        return other.counter == prepared->counter && other.zone == prepared->zone;
    });
    all.insert(all.begin(), std::move(*prepared));
    return {};
}

Result<> HallView::applyRestart(const EventFrame& event) {
    const auto waiting = member<int>(event, "waiting");
    if (!waiting) return tl::unexpected(waiting.error());
    hall_.restart = Restart{*waiting, event.at};
    return {};
}

Result<> HallView::applyClockJump(const EventFrame& event) {
    const auto jump = member<double>(event, "jump");
    if (!jump) return tl::unexpected(jump.error());
    hall_.clockFault = ClockFault{*jump, event.at};
    if (*jump == 0) hall_.clockFault.reset();
    return {};
}

}  // namespace luot::protocol
