#include "simulator/twin/Staff.hpp"

namespace luot::simulator::twin {

std::vector<Shift> shiftsBy(const base::Calendar& calendar, base::Date date,
                            const std::vector<int>& counters) {
    std::vector<Shift> shifts;
    const auto& sessions = calendar.sessionsOn(date);
    for (const auto& session : sessions) {
        const auto from = base::instantAt(date, session.from);
        const auto to = base::instantAt(date, session.to);
        for (const int counter : counters)
            shifts.push_back({counter, from, to, session == sessions.back(), std::nullopt});
    }
    return shifts;
}

}  // namespace luot::simulator::twin
