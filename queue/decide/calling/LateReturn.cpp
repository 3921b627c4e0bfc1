#include "queue/decide/calling/LateReturn.hpp"

namespace luot::queue {

bool isTooLate(const Hall& hall, const Ticket& ticket, Instant now) {
    if (ticket.state != TicketState::noShow) return false;
    if (!ticket.endedAt) return true;
    return hall.rules.calendar.counted(*ticket.endedAt, now) > hall.rules.calling.lateReturnWithin;
}

std::int64_t lateComersPlace(const Hall& hall, const Ticket& ticket) {
    const auto* queue = hall.queueOf(ticket);
    if (!queue) return ticket.place;
    std::int64_t behind = 0;  // the place after which it goes
    int passed = 0;
    for (const auto& [place, id] : queue->of(ticket.line())) {
        const bool isLateComer = place % placeGap != 0;
        if (passed >= hall.rules.calling.lateReturnBehind && !isLateComer) break;
        behind = place;
        ++passed;
    }
    if (behind < ticket.place) return ticket.place;
    return placeBehind(hall, behind);
}

std::int64_t placeBehind(const Hall& hall, std::int64_t place) {
    const auto issued = place - place % placeGap;
    const auto given = hall.lateComers.find(issued);
    const auto next = given == hall.lateComers.end() ? 1 : given->second + 1;
    return next < placeGap ? issued + next : hall.lastPlace + placeGap;
}

}  // namespace luot::queue
