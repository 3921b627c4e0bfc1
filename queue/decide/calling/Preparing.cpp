#include <algorithm>

#include "queue/CallOrder.hpp"
#include "queue/decide/calling/Station.hpp"

/// Telling people who wait that their turn comes near.
namespace luot::queue {

namespace {

/// Numbers that one announcement holds.
constexpr int mostPrepared = 50;

constexpr TicketClass allClasses[]{TicketClass::normal, TicketClass::priority, TicketClass::appointment,
                                   TicketClass::lateResult, TicketClass::bulk};

using Waiting = std::vector<const Ticket*>;

void addFirst(const Hall& hall, const Line& line, int count, Waiting& waiting) {
    for (const auto& [place, id] : line) {
        if (--count < 0) break;
        waiting.push_back(hall.ticket(id));
    }
}

std::vector<std::string> firstOf(const Hall& hall, Waiting waiting, int count) {
    std::sort(waiting.begin(), waiting.end(), [&](const auto* one, const auto* other) {
        const auto& order = hall.rules.order;
        const auto turn = [&](const Ticket& t) { return std::pair(-order.of(t.line()).headStart, t.place); };
        return turn(*one) < turn(*other);
    });
    std::vector<std::string> numbers;
    for (const auto* ticket : waiting)
        if (std::ssize(numbers) < count) numbers.push_back(ticket->number);
    return numbers;
}

}  // namespace

Decision decide(const Hall& hall, const PrepareTickets& command, Instant) {
    const auto station = callingStation(hall, command.counter);
    if (!station) return tl::unexpected(station.error());
    if (command.count < 1 || command.count > mostPrepared)
        return refuse(RefusalCode::badArgument, "count", std::to_string(command.count));
    Waiting waiting;
    for (const auto& served : hall.servedAt(*station->place)) {
        const auto queue = hall.queues.find(served.service);
        if (queue == hall.queues.end()) continue;
        for (const auto line : allClasses)
            if (takes(hall.rules, *station->place, served.service, line))
                addFirst(hall, queue->second.of(line), command.count, waiting);
    }
    TicketsPrepared fact{firstOf(hall, std::move(waiting), command.count), command.counter, std::nullopt};
    if (fact.numbers.empty()) return refuse(RefusalCode::nobodyWaiting, station->name());
    return happens(std::move(fact));
}

Decision decide(const Hall& hall, const CallRange& command, Instant) {
    if (!hall.service(command.service)) return refuse(RefusalCode::unknownService, command.service);
    const auto& zones = hall.rules.zones;
    const auto isIt = [&](const auto& zone) { return zone.id == command.zone; };
    if (std::none_of(zones.begin(), zones.end(), isIt))
        return refuse(RefusalCode::badArgument, "zone", command.zone);
    if (command.count < 1 || command.count > mostPrepared)
        return refuse(RefusalCode::badArgument, "count", std::to_string(command.count));
    if (!hall.open) return refuse(RefusalCode::dayClosed);
    Waiting waiting;
    if (const auto queue = hall.queues.find(command.service); queue != hall.queues.end())
        for (const auto& line : queue->second.lines) addFirst(hall, line, command.count, waiting);
    TicketsPrepared fact{firstOf(hall, std::move(waiting), command.count), std::nullopt, command.zone};
    if (fact.numbers.empty()) return refuse(RefusalCode::nobodyWaiting, command.service);
    return happens(std::move(fact));
}

}  // namespace luot::queue
