#include "queue/decide/tickets/Numbers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "queue/decide/calling/LateReturn.hpp"

namespace luot::queue {

namespace {

/// Between two of one kiosk's tickets, so that those of other kiosks fit between them.
constexpr std::int64_t step = 1024;

bool isTaken(const Hall& hall, std::int64_t place) {
    return std::any_of(hall.tickets.begin(), hall.tickets.end(),
                       [&](const auto& one) { return one.second.place == place; });
}

}  // namespace

NumberSeries seriesFor(const Rules& rules, const Service& service, const std::string& lane) {
    const auto& ofLane = rules.lanes.bulkNumbers;
    auto series = lane == "bulk" && !ofLane.prefix.empty() ? ofLane : service.numbers;
    if (series.id.empty()) series.id = service.id;
    return series;
}

Checked<Number> nextNumber(const Hall& hall, const NumberSeries& series) {
    const auto found = hall.nextNumber.find(series.id);
    const int start = found == hall.nextNumber.end() ? series.first : found->second;
    bool wrapped = false;
    for (int count = start;; ++count) {
        if (series.last && count > *series.last) {
            if (!series.wraps || wrapped)
                return refuse(RefusalCode::seriesUsedUp, series.id, std::to_string(*series.last));
            wrapped = true;
            count = series.first;
        }
        if (wrapped && count >= start && start <= series.last.value_or(start))
            return refuse(RefusalCode::seriesUsedUp, series.id, std::to_string(*series.last));
        auto text = fmt::format("{}{:0{}}", series.prefix, count, series.digits);
        // Another series or a printed roll may have had it: prefixes can change between two openings of a
        // day.
        if (!hall.idOfNumber.contains(text)) return Number{std::move(text), series.id, count};
    }
}

std::int64_t placeByTime(const Hall& hall, Instant issuedAt) {
    // Whoever was called once may stand elsewhere than by his time, and bounds nobody.
    std::int64_t before = 0;
    for (const auto& [id, ticket] : hall.tickets)
        if (ticket.calls == 0 && ticket.issuedAt <= issuedAt) before = std::max(before, ticket.place);
    if (before >= hall.lastPlace) return hall.lastPlace + placeGap;
    auto behind = hall.lastPlace;
    for (const auto& [id, ticket] : hall.tickets)
        if (ticket.calls == 0 && ticket.place > before) behind = std::min(behind, ticket.place);
    auto place = before + std::min(step, (behind - before) / 2);
    while (place > before && isTaken(hall, place)) --place;
    return place > before ? place : placeBehind(hall, before);
}

}  // namespace luot::queue
