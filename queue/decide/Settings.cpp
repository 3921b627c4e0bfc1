#include <algorithm>
#include <set>

#include "queue/decide/Decisions.hpp"
#include "queue/decide/MapChanges.hpp"

namespace luot::queue {

namespace {

bool hasTickets(const Hall& hall, const std::string& service) {
    return std::any_of(hall.tickets.begin(), hall.tickets.end(), [&](const auto& entry) {
        return entry.second.service == service && entry.second.state != TicketState::noShow;
    });
}

bool isInUse(const CounterDesk& desk) {
    return desk.ticket || desk.only.size() > 0 || desk.counter.state != CounterState::closed;
}

/// What the new rules would pull away from under people who wait or work. None: they may hold at once.
std::optional<Refusal> pulledAway(const Hall& hall, const Rules& rules) {
    for (const auto& service : hall.rules.services) {
        const auto after = std::find_if(rules.services.begin(), rules.services.end(),
                                        [&](const auto& other) { return other.id == service.id; });
        const bool vanishes = after == rules.services.end();
        if (vanishes ? hasTickets(hall, service.id) : after->numbers.prefix != service.numbers.prefix)
            return Refusal{RefusalCode::dayOpen, service.id, {}};
    }
    for (const auto& [number, desk] : hall.desks) {
        const bool vanishes = std::none_of(rules.counters.begin(), rules.counters.end(),
                                           [&, n = number](const auto& place) { return place.number == n; });
        if (vanishes && isInUse(desk)) return Refusal{RefusalCode::dayOpen, std::to_string(number), {}};
    }
    return std::nullopt;
}

std::optional<Refusal> unserved(const Rules& rules) {
    for (const auto& service : rules.services)
        if (!isServed(rules, service.id)) return Refusal{RefusalCode::serviceUnserved, service.id, {}};
    return std::nullopt;
}

/// A service that nobody would serve on the map's first day or when something else that is planned begins.
std::optional<Refusal> leftUnserved(const Hall& hall, const MapChange& map, base::Date from) {
    auto planned = hall.planned;
    planned.push_back({from, std::nullopt, map});
    for (const auto& [day, rules, other] : planned) {
        if (day < from) continue;
        auto then = hall.rules;
        for (const auto& change : dueBy(planned, day)) then = withChange(std::move(then), change);
        if (auto refusal = unserved(then)) return refusal;
    }
    return std::nullopt;
}

/// Adds which of these services, given to one counter, the centre has not and which are named again.
void addWrong(const Hall& hall, const std::vector<std::string>& services, std::vector<Refusal>& wrong) {
    for (auto service = services.begin(); service != services.end(); ++service) {
        if (!hall.service(*service))
            wrong.push_back({RefusalCode::unknownService, *service, {}});
        else if (std::find(services.begin(), service, *service) != service)
            wrong.push_back({RefusalCode::namedTwice, *service, {}});
    }
}

std::vector<Refusal> wrongIn(const Hall& hall, const MapChange::Row& row) {
    std::vector<Refusal> wrong;
    if (!hall.place(row.counter))
        wrong.push_back({RefusalCode::unknownCounter, std::to_string(row.counter), {}});
    std::vector<std::string> services;
    for (const auto& served : row.services) {
        services.push_back(served.service);
        if (served.rank < 1) wrong.push_back({RefusalCode::badArgument, "rank", std::to_string(served.rank)});
    }
    addWrong(hall, services, wrong);
    if (row.idleFallback) addWrong(hall, *row.idleFallback, wrong);
    return wrong;
}

}  // namespace

Decision decide(const Hall& hall, const ChangeSettings& command, Instant now) {
    const bool later = command.from && *command.from > hall.dateAt(now) && !hall.rules.services.empty();
    const bool known = hall.given ? command.rules == *hall.given : command.rules == hall.rules;
    const auto isPlanned = [&](const auto& change) { return change.rules == command.rules; };
    if (known || std::any_of(hall.planned.begin(), hall.planned.end(), isPlanned)) return nothingHappens();
    if (hall.open && !later) {
        if (auto refusal = pulledAway(hall, command.rules)) return tl::unexpected(std::move(*refusal));
    }
    SettingsChanged fact;
    fact.rules = command.rules;
    if (later) fact.from = command.from;
    return happens(std::move(fact));
}

std::vector<WrongElement> wrongElements(const Hall& hall, const ChangeMap& command, Instant) {
    std::vector<WrongElement> wrong;
    std::set<int> counters;
    const auto& rows = command.map.counters;
    for (std::size_t place = 0; place < rows.size(); ++place) {
        if (!counters.insert(rows[place].counter).second)
            wrong.push_back({place, {RefusalCode::namedTwice, std::to_string(rows[place].counter), {}}});
        for (auto& refusal : wrongIn(hall, rows[place])) wrong.push_back({place, std::move(refusal)});
    }
    return wrong;
}

Decision decide(const Hall& hall, const ChangeMap& command, Instant now) {
    const auto today = hall.dateAt(now);
    if (command.from && *command.from < today)
        return refuse(RefusalCode::badArgument, "from", base::formatDate(*command.from));
    if (command.map.counters.empty()) return refuse(RefusalCode::badArgument, "counters");
    auto wrong = wrongElements(hall, command, now);
    if (!wrong.empty()) return tl::unexpected(std::move(wrong.front().refusal));
    if (auto refusal = leftUnserved(hall, command.map, command.from.value_or(today)))
        return tl::unexpected(std::move(*refusal));
    SettingsChanged fact;
    fact.map = command.map;
    if (command.from && *command.from > today) {
        fact.from = command.from;
        return happens(std::move(fact));
    }
    fact.rules = withMap(hall.rules, command.map);
    if (*fact.rules == hall.rules) return nothingHappens();
    // What is planned for today holds only once the day opens.
    if (auto refusal = unserved(*fact.rules)) return tl::unexpected(std::move(*refusal));
    return happens(std::move(fact));
}

}  // namespace luot::queue
