#include "protocol/HallView.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace luot::protocol {

namespace json = base::json;
using base::fail;
using base::Fault;
using base::Result;

namespace {

/// So many last calls a hall tells.
constexpr std::size_t maxRecent = 12;

using TicketList = std::vector<Ticket> Hall::*;
constexpr std::array<TicketList, 5> placeLists{&Hall::waiting, &Hall::called, &Hall::serving, &Hall::held,
                                               &Hall::missed};

bool byPlace(const Ticket& a, const Ticket& b) { return a.place < b.place; }

void append(std::vector<Ticket>& to, const std::vector<Ticket>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

template <class List, class Key, class Member>
auto find(List& list, const Key& key, Member member) -> decltype(list.data()) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.*member == key; });
    return found == list.end() ? nullptr : &*found;
}

/// What every event of a counter carries.
struct CounterNews {
    int number = 0;
    std::string state;
    std::optional<std::string> clerk;
    std::optional<std::string> pauseReason;
};
BOOST_DESCRIBE_STRUCT(CounterNews, (), (number, state, clerk, pauseReason))

template <class T>
Result<T> member(const EventFrame& event, std::string_view name) {
    const auto* value = event.data.if_contains(name);
    if (!value) return fail(Fault::invalidInput, event.name + " has no '" + std::string(name) + "'");
    return json::decode<T>(*value);
}

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
    } else if (event.name == "settings_changed" && event.data.contains("rules")) {
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
}

Result<> HallView::applyDay(const EventFrame& event) {
    auto day = member<std::string>(event, "day");
    if (!day) return tl::unexpected(day.error());
    hall_.open = event.name == "day_opened";
    if (!hall_.open) hall_.givesTickets = false;
    if (hall_.open && hall_.day != *day) startNewDay();
    if (hall_.open && flag(event, "by_command")) hall_.givesTickets = true;
    hall_.day = std::move(*day);
    return {};
}

void HallView::startNewDay() {
    for (const auto list : placeLists) (hall_.*list).clear();
    hall_.recent.clear();
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
    return {};
}

Result<> HallView::applyTicket(const EventFrame& event) {
    auto ticket = member<Ticket>(event, "ticket");
    if (!ticket) return tl::unexpected(ticket.error());
    put(*ticket, event.name);
    return {};
}

void HallView::put(const Ticket& ticket, std::string_view eventName) {
    take(ticket.id);
    if (auto* list = listOf(ticket.state)) {
        list->insert(std::upper_bound(list->begin(), list->end(), ticket, byPlace), ticket);
    }
    count(ticket, 1);
    const bool atCounter = ticket.state == "called" || ticket.state == "serving";
    auto* counter =
        atCounter && ticket.counter ? find(hall_.counters, *ticket.counter, &Counter::number) : nullptr;
    if (counter) counter->ticket = ticket.id;
    remember(ticket, eventName);
}

void HallView::take(const std::string& id) {
    for (const auto list : placeLists) {
        auto& tickets = hall_.*list;
        const auto found =
            std::find_if(tickets.begin(), tickets.end(), [&](const auto& t) { return t.id == id; });
        if (found == tickets.end()) continue;
        count(*found, -1);
        tickets.erase(found);
    }
    for (auto& counter : hall_.counters) {
        if (counter.ticket == id) counter.ticket.reset();
    }
}

void HallView::remember(const Ticket& ticket, std::string_view eventName) {
    auto& recent = hall_.recent;
    const bool isCall = eventName == "ticket_called" || eventName == "ticket_recalled";
    if (isCall || eventName == "call_undone") {
        std::erase_if(recent, [&](const auto& call) { return call.id == ticket.id; });
    }
    if (isCall) recent.insert(recent.begin(), ticket);
    if (recent.size() > maxRecent) recent.resize(maxRecent);
    if (auto* call = find(recent, ticket.id, &Ticket::id)) *call = ticket;
    if (eventName == "ticket_finished") ++hall_.served;
    if (eventName != "ticket_called" || ticket.calls != 1 || !ticket.calledAt) return;
    const auto waited = std::chrono::duration_cast<base::Seconds>(*ticket.calledAt - ticket.issuedAt);
    hall_.waitSumS += static_cast<int>(waited.count());
    ++hall_.waitCount;
}

std::vector<Ticket>* HallView::listOf(std::string_view state) {
    if (state == "waiting") return &hall_.waiting;
    if (state == "called") return &hall_.called;
    if (state == "serving") return &hall_.serving;
    if (state == "held") return &hall_.held;
    if (state == "no_show") return &hall_.missed;
    return nullptr;
}

/// A ticket that was sent to one counter waits there and not at its service.
void HallView::count(const Ticket& ticket, int change) {
    if (ticket.state != "waiting" || ticket.onlyCounter) return;
    if (auto* service = find(hall_.services, ticket.service, &Service::id)) service->waiting += change;
}

const Ticket* HallView::ticket(std::string_view id) const {
    for (const auto list : placeLists) {
        if (const auto* found = find(hall_.*list, id, &Ticket::id)) return found;
    }
    return find(hall_.recent, id, &Ticket::id);
}

const Counter* HallView::counter(int number) const { return find(hall_.counters, number, &Counter::number); }

const Service* HallView::service(std::string_view id) const { return find(hall_.services, id, &Service::id); }

std::vector<const Ticket*> HallView::waitingFor(int number) const {
    std::vector<const Ticket*> tickets;
    const auto* desk = counter(number);
    if (!desk) return tickets;
    for (const auto& ticket : hall_.waiting) {
        const bool served =
            std::find(desk->services.begin(), desk->services.end(), ticket.service) != desk->services.end();
        if (ticket.onlyCounter ? *ticket.onlyCounter == number : served) tickets.push_back(&ticket);
    }
    return tickets;
}

}  // namespace luot::protocol
