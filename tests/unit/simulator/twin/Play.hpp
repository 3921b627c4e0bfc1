#pragma once

#include <string>
#include <vector>

#include "simulator/twin/Day.hpp"
#include "tests/unit/queue/HallUnderTest.hpp"

/// Days of the small centre, with visitors as a test has them.
namespace luot::simulator::twin::test {

using queue::test::at;
using queue::test::monday;
using queue::test::smallCentre;

inline base::Milliseconds minutes(int count) { return base::Minutes(count); }

inline Errand errandOf(std::string service, int atCounter = 10) {
    Errand errand;
    errand.service = std::move(service);
    errand.atCounter = minutes(atCounter);
    return errand;
}

inline Visitor visitorOf(std::string service, base::Instant comes, int atCounter = 10) {
    Visitor visitor;
    visitor.at = comes;
    visitor.first = errandOf(std::move(service), atCounter);
    return visitor;
}

inline Visitor priorityOf(std::string service, base::Instant comes, int atCounter = 10) {
    auto visitor = visitorOf(std::move(service), comes, atCounter);
    visitor.priority = true;
    return visitor;
}

/// One counter of the small centre, both sessions.
inline std::vector<Shift> bothSessions(int counter) {
    return {{counter, at(7, 30), at(11, 30), false}, {counter, at(13, 30), at(17), true}};
}

/// What a played day brought.
struct Played {
    DayCount count;
    std::vector<Outcome> outcomes;  ///< in the order of the calls

    std::vector<long> waits() const {
        std::vector<long> all;
        for (const auto& outcome : outcomes)
            all.push_back(std::chrono::floor<base::Minutes>(outcome.waited).count());
        return all;
    }
};

inline Played play(const std::vector<Visitor>& visitors, const std::vector<Shift>& shifts,
                   const queue::Rules& rules = smallCentre(), const Hours& hours = {}) {
    Played played;
    auto visitor = visitors.begin();
    Day day(rules, monday, shifts, hours);
    played.count =
        day.play([&] { return visitor == visitors.end() ? std::nullopt : std::optional(*visitor++); },
                 [&](const Outcome& outcome) { played.outcomes.push_back(outcome); });
    return played;
}

}  // namespace luot::simulator::twin::test
