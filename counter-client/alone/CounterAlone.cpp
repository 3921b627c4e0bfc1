#include "counter-client/alone/CounterAlone.hpp"

#include <algorithm>
#include <map>

namespace luot::counterclient::alone {

namespace {

const std::map<std::string_view, std::string_view> eventOfOrder{
    {"call_next", "ticket_called"}, {"recall", "ticket_recalled"}, {"start", "service_started"},
    {"finish", "ticket_finished"},  {"no_show", "ticket_missed"},  {"hold", "ticket_held"}};

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

std::vector<const protocol::Ticket*> CounterAlone::callable() const {
    std::vector<const protocol::Ticket*> tickets;
    for (const auto* ticket : feed_.view().waitingFor(counter_)) {
        const bool own = std::find(own_.begin(), own_.end(), ticket->service) != own_.end();
        const bool mine = ticket->onlyCounter ? *ticket->onlyCounter == counter_ : own;
        if (mine && !wasHere(ticket->id)) tickets.push_back(ticket);
    }
    std::stable_sort(tickets.begin(), tickets.end(), [&](const auto* a, const auto* b) {
        const auto& headStarts = feed_.view().hall().centre.headStarts;
        return headStart(*a, headStarts) > headStart(*b, headStarts);
    });
    return tickets;
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

void CounterAlone::replay(base::Instant now) {
    for (const auto& visit : visits_) {
        const auto* ticket = feed_.view().ticket(visit.ticket);
        if (!ticket || ticket->state != "waiting") continue;
        protocol::Ticket after = *ticket;
        after.state = visit.result;
        after.counter = counter_;
        after.calls += visit.calls;
        if (!after.calledAt) after.calledAt = visit.calledAt;
        after.callingSince = after.lastCalledAt = visit.calledAt;
        after.startedAt = visit.startedAt;
        after.endedAt = visit.endedAt;
        if (visit.result == "held") after.heldAt = now;
        protocol::EventFrame event;
        event.at = now;
        event.name = "ticket_settled";
        event.data = {{"ticket", base::json::encode(after)}, {"counter", counter_}};
        feed_.pretend(event);
    }
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
    const auto tickets = callable();
    if (tickets.empty()) return std::nullopt;
    protocol::Ticket after = *tickets.front();
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

bool CounterAlone::wasHere(const std::string& ticket) const {
    const auto isThat = [&](const Visit& visit) { return visit.ticket == ticket; };
    return std::any_of(visits_.begin(), visits_.end(), isThat) ||
           std::any_of(doubts_.begin(), doubts_.end(), [&](const auto& one) { return isThat(one.visit); });
}

std::vector<Visit> CounterAlone::kept() const {
    std::vector<Visit> all;
    for (const auto& doubtful : doubts_) all.push_back(doubtful.visit);
    all.insert(all.end(), visits_.begin(), visits_.end());
    return all;
}

base::json::Object CounterAlone::settleArgs() {
    boost::json::array visits;
    told_ = std::min(visits_.size(), atOnce_);
    for (std::size_t i = 0; i < told_; ++i) visits.push_back(base::json::encode(visits_[i]));
    return {{"counter", counter_}, {"visits", std::move(visits)}};
}

void CounterAlone::take(const base::json::Value& result) {
    const auto* object = result.if_object();
    const auto* own = object ? object->if_contains("alone") : nullptr;
    if (own) own_ = base::json::decode<std::vector<std::string>>(*own).value_or(std::vector<std::string>{});
    const auto* list = object ? object->if_contains("doubtful") : nullptr;
    const auto doubtful =
        list ? base::json::decode<std::vector<desk::Doubt>>(*list) : std::vector<desk::Doubt>{};
    const auto behind = visits_.begin() + static_cast<std::ptrdiff_t>(std::min(told_, visits_.size()));
    const std::vector<Visit> all(visits_.begin(), behind);
    visits_.erase(visits_.begin(), behind);
    told_ = 0;
    atOnce_ = mostAtOnce;
    for (const auto& doubt : doubtful.value_or(std::vector<desk::Doubt>{})) {
        const auto visit =
            std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.ticket == doubt.ticket; });
        // Told and confirmed already: more the server cannot do.
        if (visit != all.end() && !visit->confirmed) doubts_.push_back({doubt, *visit});
    }
}

bool CounterAlone::tellFewer() {
    if (told_ <= 1) return false;
    atOnce_ = told_ / 2;
    return true;
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
