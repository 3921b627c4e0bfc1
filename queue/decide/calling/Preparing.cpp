#include <algorithm>

#include "queue/decide/calling/Station.hpp"
#include "queue/order/CallOrder.hpp"

/// Telling people who wait that their turn comes near.
namespace luot::queue {

namespace {

/// Numbers that one announcement holds.
constexpr int mostPrepared = 50;

/// Stands for the window of a zone to which people of one service are sent.
constexpr int someWindow = 0;

/// The numbers that the counter would call one after the other if it called them all now.
std::vector<std::string> nextAt(Hall hall, int counter, int count, Instant now) {
    std::vector<std::string> numbers;
    while (std::ssize(numbers) < count) {
        const auto station = stationFor(hall, counter);
        if (station->ticket) evolve(hall, TicketFinished{finished(*station->ticket, now)}, now);
        const auto choice = CallOrder(hall, *station->place, now).next();
        if (!choice) break;
        numbers.push_back(choice->ticket->number);
        evolve(hall, called(hall, *station, *choice, now), now);
    }
    return numbers;
}

/// The hall with a window that takes everybody of that service and nobody else.
Hall withWindow(Hall hall, const std::string& service) {
    CounterPlace place;
    place.number = someWindow;
    place.services = {{service, 1}};
    place.lanes = {"bulk"};
    hall.rules.counters.push_back(std::move(place));
    auto& counter = hall.desks[someWindow].counter;
    counter.number = someWindow;
    counter.state = CounterState::open;
    return hall;
}

}  // namespace

Decision decide(const Hall& hall, const PrepareTickets& command, Instant now) {
    const auto station = callingStation(hall, command.counter);
    if (!station) return tl::unexpected(station.error());
    if (command.count < 1 || command.count > mostPrepared)
        return refuse(RefusalCode::badArgument, "count", std::to_string(command.count));
    TicketsPrepared fact{nextAt(hall, command.counter, command.count, now), command.counter, std::nullopt};
    if (fact.numbers.empty()) return refuse(RefusalCode::nobodyWaiting, station->name());
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const CallRange& command, Instant now) {
    if (!hall.service(command.service)) return refuse(RefusalCode::unknownService, command.service);
    const auto& zones = hall.rules.zones;
    const auto isIt = [&](const auto& zone) { return zone.id == command.zone; };
    if (std::none_of(zones.begin(), zones.end(), isIt))
        return refuse(RefusalCode::badArgument, "zone", command.zone);
    if (command.count < 1 || command.count > mostPrepared)
        return refuse(RefusalCode::badArgument, "count", std::to_string(command.count));
    if (!hall.open) return refuse(RefusalCode::dayClosed);
    auto numbers = nextAt(withWindow(hall, command.service), someWindow, command.count, now);
    TicketsPrepared fact{std::move(numbers), std::nullopt, command.zone};
    if (fact.numbers.empty()) return refuse(RefusalCode::nobodyWaiting, command.service);
    return happens(std::move(fact));
}

}  // namespace luot::queue
