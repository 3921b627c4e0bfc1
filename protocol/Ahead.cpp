#include "protocol/Ahead.hpp"

#include <array>
#include <unordered_map>

namespace luot::protocol {

namespace {

/// Tickets of one line go by their place; lines by their head start.
enum class LineKind { normal, priority, appointment, lateResult, bulk };
constexpr LineKind favoured[]{LineKind::priority, LineKind::appointment, LineKind::lateResult};

/// People of one queue by line.
using Count = std::array<int, 5>;

LineKind lineOf(const Ticket& ticket) {
    if (ticket.lane == "bulk") return LineKind::bulk;
    if (ticket.priority) return LineKind::priority;
    if (ticket.slot) return LineKind::appointment;
    if (ticket.lane == "late_result") return LineKind::lateResult;
    return LineKind::normal;
}

int headStart(LineKind line, const HeadStarts& starts) {
    switch (line) {
        case LineKind::priority:
            return starts.priorityS;
        case LineKind::appointment:
            return starts.appointmentS;
        case LineKind::lateResult:
            return starts.lateResultS;
        default:
            return 0;
    }
}

/// Tickets that were sent to one counter wait there and not at their service.
std::string queueOf(const Ticket& ticket) {
    return ticket.onlyCounter ? "#" + std::to_string(*ticket.onlyCounter) : ticket.service;
}

int& at(Count& count, LineKind line) { return count[static_cast<std::size_t>(line)]; }

int inFavouredLines(Count& all, LineKind own, const HeadStarts& starts) {
    int people = 0;
    for (const auto line : favoured)
        if (headStart(line, starts) > headStart(own, starts)) people += at(all, line);
    return people;
}

}  // namespace

void putAhead(std::vector<Ticket>& waiting, const HeadStarts& headStarts) {
    std::unordered_map<std::string, Count> all, before;
    for (const auto& ticket : waiting) ++at(all[queueOf(ticket)], lineOf(ticket));
    for (auto& ticket : waiting) {
        const auto queue = queueOf(ticket);
        const auto line = lineOf(ticket);
        ticket.ahead = at(before[queue], line)++ + inFavouredLines(all[queue], line, headStarts);
    }
}

int aheadOf(const Ticket& ticket, const std::vector<Ticket>& waiting, const HeadStarts& headStarts) {
    if (ticket.state != "waiting") return 0;
    const auto queue = queueOf(ticket);
    const auto line = lineOf(ticket);
    Count all{};
    int before = 0;
    for (const auto& other : waiting) {
        if (queueOf(other) != queue) continue;
        ++at(all, lineOf(other));
        if (lineOf(other) == line && other.place < ticket.place) ++before;
    }
    return before + inFavouredLines(all, line, headStarts);
}

}  // namespace luot::protocol
