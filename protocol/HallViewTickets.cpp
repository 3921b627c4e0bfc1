#include <chrono>

#include "protocol/Ahead.hpp"
#include "protocol/HallView.hpp"
#include "protocol/Lists.hpp"

/// The tickets of the view.
namespace luot::protocol {

using base::Result;

namespace {

/// So many last calls a hall tells.
constexpr std::size_t maxRecent = 12;

}  // namespace

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
    if (ticket.state != "waiting") forgetPrepared(ticket.number);
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
    const bool isSettled = eventName == "ticket_settled";
    if (eventName == "ticket_finished" || (isSettled && ticket.state == "finished")) ++hall_.served;
    if ((eventName != "ticket_called" && !isSettled) || ticket.calls != 1 || !ticket.calledAt) return;
    const auto passed = std::chrono::duration_cast<base::Seconds>(*ticket.calledAt - ticket.issuedAt);
    hall_.waitSumS += ticket.waitedS.value_or(static_cast<int>(passed.count()));
    ++hall_.waitCount;
}

/// Whoever waits no longer is told nothing more.
void HallView::forgetPrepared(const std::string& number) {
    for (auto& prepared : hall_.prepared) std::erase(prepared.numbers, number);
    std::erase_if(hall_.prepared, [](const auto& prepared) { return prepared.numbers.empty(); });
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

int HallView::ahead(const Ticket& ticket) const {
    return aheadOf(ticket, hall_.waiting, hall_.centre.headStarts);
}

}  // namespace luot::protocol
