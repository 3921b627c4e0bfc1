#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "queue/Decide.hpp"
#include "simulator/twin/Agenda.hpp"
#include "simulator/twin/Desk.hpp"
#include "simulator/twin/Visitor.hpp"

namespace luot::simulator::twin {

/// The next visitor, in the order of coming; none: nobody comes any more.
using VisitorSource = std::function<std::optional<Visitor>()>;
using OutcomeSink = std::function<void(const Outcome&)>;

/// What a played day came to besides its outcomes.
struct DayCount {
    int issued = 0;
    int called = 0;
    int turnedAway = 0;       ///< no number was given: outside the hours, or refused
    base::Instant lastEnd{};  ///< of a stay at a counter
};

/// One day of a hall, played on queue::decide and queue::evolve with an agenda in place of a clock. An idle
/// clerk calls as soon as somebody waits for the counter; among idle ones the better rank goes first, then
/// the longest idle. Memory: who is in the house, and what the hall keeps of a day.
class Day {
public:
    Day(const queue::Rules& rules, base::Date date, const std::vector<Shift>& shifts,
        const Hours& hours = {});

    /// Once. Plays until the hall is closed, or all have been served and nobody comes any more.
    DayCount play(const VisitorSource& next, const OutcomeSink& sink);

    const queue::Hall& hall() const { return hall_; }

private:
    enum class Kind {
        comes,
        givesUp,
        shiftBegins,
        shiftEnds,
        sits,
        ends,
        tidied,
        absent,
        timePasses,
        opens,
        closes
    };
    struct What {
        Kind kind = Kind::timePasses;
        std::size_t index = 0;  ///< of the shift or the desk; the number's id
    };

    void happen(const What& what);
    void invite();
    void comes();
    std::optional<base::Instant> doorOpens() const;
    bool issue(const Guest& guest);
    void giveUp(const std::string& ticket);
    void beginShift(const Shift& shift);
    void endShift(const Shift& shift);
    void callAt(Desk& desk);
    void wakeIdle(const std::string& service);
    void seat(Desk& desk, const queue::Ticket& ticket);
    void begin(Desk& desk);
    void end(Desk& desk);
    void leave(Desk& desk);
    void missed(Desk& desk);
    void free(Desk& desk);
    void passTime();
    void byCommand(const queue::Command& command);
    bool give(const queue::Command& command);
    void observe(const queue::Event& event);
    void report(const queue::Ticket& ticket, base::Instant until, int passedOver);
    std::size_t indexOf(const Desk& desk) const { return static_cast<std::size_t>(&desk - desks_.data()); }
    Desk& deskOf(int counter);

    queue::Hall hall_;
    base::Date date_;
    std::vector<Shift> shifts_;
    std::vector<Desk> desks_;
    std::unordered_map<std::string, Guest> guests_;  ///< by ticket: waiting or at a counter
    Agenda<What> agenda_;
    std::optional<Visitor> arriving_;
    const VisitorSource* next_ = nullptr;
    const OutcomeSink* sink_ = nullptr;
    base::Instant now_{};
    std::int64_t lastId_ = 0;
    bool over_ = false;
    DayCount count_;
};

}  // namespace luot::simulator::twin
