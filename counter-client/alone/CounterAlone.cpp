#include "counter-client/alone/CounterAlone.hpp"

#include <algorithm>
#include <map>

namespace luot::counterclient::alone {

namespace {

const std::map<std::string_view, std::string_view> eventOfOrder{
    {"call_next", "ticket_called"}, {"recall", "ticket_recalled"}, {"start", "service_started"},
    {"finish", "ticket_finished"},  {"no_show", "ticket_missed"},  {"hold", "ticket_held"}};

bool servedHereAlone(const protocol::HallView& view, const std::string& service, int counter) {
    const auto& all = view.hall().counters;
    const auto serves = [&](const protocol::Counter& one) {
        // What it serves with any clerk: another clerk may have come meanwhile.
        const auto& served = one.allServices ? *one.allServices : one.services;
        return std::find(served.begin(), served.end(), service) != served.end();
    };
    return std::all_of(all.begin(), all.end(),
                       [&](const auto& one) { return (one.number == counter) == serves(one); });
}

int headStart(const protocol::Ticket& ticket, const protocol::HeadStarts& headStarts) {
    if (ticket.lane == "bulk") return 0;
    if (ticket.priority) return headStarts.priorityS;
    return ticket.lane == "late_result" ? headStarts.lateResultS : 0;
}

std::string outcomeIn(const desk::Order& order) {
    const auto* outcome = order.args.if_contains("outcome");
    return outcome && outcome->is_string() ? std::string(outcome->get_string()) : std::string();
}

}  // namespace

std::vector<const protocol::Ticket*> callableAlone(const protocol::HallView& view, int counter) {
    std::vector<const protocol::Ticket*> callable;
    for (const auto* ticket : view.waitingFor(counter))
        if (ticket->onlyCounter == counter || servedHereAlone(view, ticket->service, counter))
            callable.push_back(ticket);
    std::stable_sort(callable.begin(), callable.end(), [&](const auto* a, const auto* b) {
        const auto& headStarts = view.hall().centre.headStarts;
        return headStart(*a, headStarts) > headStart(*b, headStarts);
    });
    return callable;
}

std::optional<protocol::EventFrame> CounterAlone::carryOut(const desk::Order& order, hall::Moment now) {
    const auto name = eventOfOrder.find(order.name);
    if (name == eventOfOrder.end()) return std::nullopt;
    const auto ticket = changed(order, now);
    if (!ticket) return std::nullopt;
    remember(*ticket, order.name == "call_next" || order.name == "recall");
    protocol::EventFrame event;
    event.at = now.server;
    event.name = name->second;
    event.data = {{"ticket", base::json::encode(*ticket)}, {"counter", counter_}};
    feed_.pretend(event);
    return event;
}

std::optional<protocol::Ticket> CounterAlone::changed(const desk::Order& order, hall::Moment now) {
    const auto here = hall::situationOf(feed_.view(), counter_);
    if (order.name == "call_next") return here.hasTicket() ? std::nullopt : called(now.server);
    if (!here.hasTicket()) return std::nullopt;
    protocol::Ticket after = *here.ticket;
    if (order.name == "recall") {
        ++after.calls;
        after.lastCalledAt = now.server;
    } else if (order.name == "start") {
        after.state = "serving";
        after.startedAt = now.server;
    } else if (order.name == "hold") {
        after.state = "held";
        after.heldAt = now.server;
    } else {
        after.state = order.name == "finish" ? "finished" : "no_show";
        after.endedAt = now.server;
        if (const auto outcome = outcomeIn(order); !outcome.empty()) after.outcome = outcome;
    }
    return after;
}

std::optional<protocol::Ticket> CounterAlone::called(base::Instant now) const {
    const auto callable = callableAlone(feed_.view(), counter_);
    if (callable.empty()) return std::nullopt;
    protocol::Ticket after = *callable.front();
    after.state = "called";
    after.counter = counter_;
    after.callsBefore = after.calls;
    ++after.calls;
    if (!after.calledAt) after.calledAt = now;
    after.callingSince = after.lastCalledAt = now;
    return after;
}

void CounterAlone::remember(const protocol::Ticket& ticket, bool isCall) {
    auto found = std::find_if(visits_.begin(), visits_.end(),
                              [&](const auto& visit) { return visit.ticket == ticket.id; });
    if (found == visits_.end()) {
        Visit visit;
        visit.ticket = ticket.id;
        visit.number = ticket.number;
        visit.calledAt = ticket.callingSince.value_or(ticket.issuedAt);
        found = visits_.insert(visits_.end(), std::move(visit));
    }
    found->calls += isCall ? 1 : 0;
    found->result = ticket.state;
    found->startedAt = ticket.startedAt;
    found->endedAt = ticket.endedAt;
    found->outcome = ticket.outcome;
}

base::json::Object CounterAlone::settleArgs() const {
    boost::json::array visits;
    for (const auto& visit : visits_) visits.push_back(base::json::encode(visit));
    return {{"counter", counter_}, {"visits", std::move(visits)}};
}

void CounterAlone::take(const base::json::Value& result) {
    const auto* object = result.if_object();
    const auto* list = object ? object->if_contains("doubtful") : nullptr;
    const auto doubtful =
        list ? base::json::decode<std::vector<desk::Doubt>>(*list) : std::vector<desk::Doubt>{};
    auto all = std::move(visits_);
    visits_.clear();
    for (const auto& doubt : doubtful.value_or(std::vector<desk::Doubt>{})) {
        const auto visit =
            std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.ticket == doubt.ticket; });
        // Told and confirmed already: more the server cannot do.
        if (visit != all.end() && !visit->confirmed) doubts_.push_back({doubt, *visit});
    }
}

void CounterAlone::answerDoubt(bool served) {
    if (doubts_.empty()) return;
    auto visit = std::move(doubts_.front().visit);
    doubts_.erase(doubts_.begin());
    if (!served) return;
    visit.confirmed = true;
    visits_.push_back(std::move(visit));
}

}  // namespace luot::counterclient::alone
