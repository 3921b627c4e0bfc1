#include "queue/decide/tickets/Numbers.hpp"

#include <fmt/format.h>

#include "queue/decide/calling/LateReturn.hpp"

namespace luot::queue {

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
    std::int64_t before = 0;
    const auto consider = [&](const Ticket& ticket) {
        if (ticket.issuedAt <= issuedAt) before = std::max(before, ticket.place);
    };
    for (const auto& [id, ticket] : hall.tickets) consider(ticket);
    if (before >= hall.lastPlace) return hall.lastPlace + placeGap;
    return placeBehind(hall, before);
}

}  // namespace luot::queue
