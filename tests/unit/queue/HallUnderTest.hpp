#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "queue/Decide.hpp"
#include "queue/decide/Decisions.hpp"

namespace luot::queue::test {

inline Service service(std::string id, std::string prefix) {
    Service made;
    made.id = std::move(id);
    made.numbers.prefix = std::move(prefix);
    return made;
}

inline CounterPlace counter(int number, std::vector<RankedService> services, bool callingServes = false) {
    CounterPlace made;
    made.number = number;
    made.services = std::move(services);
    made.callingServes = callingServes;
    return made;
}

inline IssueTicket issueOf(std::string service, std::string id = "x") {
    IssueTicket made;
    made.id = std::move(id);
    made.service = std::move(service);
    return made;
}

/// A small centre: counter 1 serves a; 2 serves a and, second, b; 3 serves b and c; 9 has a keypad alone and
/// serves a. Monday to Friday 7:30 to 11:30 and 13:30 to 17:00. A no-show needs one call alone.
inline Rules smallCentre() {
    Rules rules;
    rules.services = {service("a", "A"), service("b", "B"), service("c", "C")};
    rules.counters = {counter(1, {{"a", 1}}), counter(2, {{"a", 1}, {"b", 2}}),
                      counter(3, {{"b", 1}, {"c", 1}}), counter(9, {{"a", 1}}, true)};
    using std::chrono::minutes;
    const base::DayPlan workday{
        {{minutes(7 * 60 + 30), minutes(11 * 60 + 30)}, {minutes(13 * 60 + 30), minutes(17 * 60)}}};
    rules.calendar.week.assign(7, workday);
    rules.calendar.week[5] = rules.calendar.week[6] = base::DayPlan{};
    // Most tests are not about these limits.
    rules.calling.recallGap = rules.calling.noShowAfter = base::Seconds{0};
    rules.calling.noShowAfterCalls = 1;
    rules.calling.recallMax = 99;
    return rules;
}

constexpr base::Date monday{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)};

inline Instant at(int hour, int minute = 0, int second = 0, base::Date date = monday) {
    return base::instantAt(date, std::chrono::hours(hour) + std::chrono::minutes(minute)) +
           std::chrono::seconds(second);
}

/// A hall that is driven by commands, with the journal that it writes.
class HallUnderTest {
public:
    explicit HallUnderTest(Rules rules = smallCentre(), Instant start = at(8)) : now(start) {
        give(ChangeSettings{std::move(rules)});
    }

    /// The hall of the small centre, open, with its counters.
    static HallUnderTest working(Rules rules = smallCentre()) {
        HallUnderTest hall(std::move(rules));
        hall.give(TimePassed{});
        for (const auto& place : hall.state.rules.counters)
            hall.give(OpenCounter{place.number, "clerk " + std::to_string(place.number)});
        return hall;
    }

    Decision give(const Command& command) {
        auto decision = decide(state, command, now);
        if (!decision) return decision;
        for (const auto& event : *decision) {
            evolve(state, event, now);
            journal.emplace_back(now, event);
        }
        return decision;
    }

    /// "ok", "nothing" when no event came of it, or the refusal's word.
    std::string answer(const Command& command) {
        const auto decision = give(command);
        if (!decision) return word(decision.error().code);
        return decision->empty() ? "nothing" : "ok";
    }

    /// The id of the new ticket: "t1", "t2" in the order of issue.
    std::string issue(const std::string& of, bool priority = false) {
        auto command = issueOf(of, "t" + std::to_string(++issued_));
        command.priority = priority;
        const auto decision = give(command);
        EXPECT_TRUE(decision) << "issue refused: " << word(decision.error().code);
        return command.id;
    }

    /// The number called, or the refusal's word.
    std::string callNext(int desk) {
        const auto decision = give(CallNext{desk});
        if (!decision) return word(decision.error().code);
        const auto* call = std::get_if<TicketCalled>(&decision->back());
        return call ? call->ticket.number : "no call";
    }

    /// Calls, starts and finishes the next; its number.
    std::string serveNext(int desk) {
        auto number = callNext(desk);
        give(StartService{desk});
        give(FinishTicket{desk, std::nullopt});
        return number;
    }

    Reason lastReason() const {
        for (auto entry = journal.rbegin(); entry != journal.rend(); ++entry)
            if (const auto* call = std::get_if<TicketCalled>(&entry->second)) return call->reason;
        return {};
    }

    const Ticket& ticket(const std::string& id) const { return state.tickets.at(id); }
    void pass(base::Milliseconds time) { now += time; }

    Hall state;
    Instant now;
    std::vector<std::pair<Instant, Event>> journal;

private:
    int issued_ = 0;
};

}  // namespace luot::queue::test
