#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/Time.hpp"

namespace luot::base {

/// One stretch of working time in a day, from inclusive, to exclusive. In JSON: seconds since midnight.
struct Session {
    TimeOfDay from{};
    TimeOfDay to{};

    bool operator==(const Session&) const = default;
};
BOOST_DESCRIBE_STRUCT(Session, (), (from, to))

/// The sessions of a weekday, in order; none: the centre is closed.
struct DayPlan {
    std::vector<Session> sessions;

    bool operator==(const DayPlan&) const = default;
};
BOOST_DESCRIBE_STRUCT(DayPlan, (), (sessions))

/// 0 Monday to 6 Sunday.
std::size_t weekdayOf(Date date);

/// A day that differs from its weekday: closed, worked as the given weekday, or with sessions of its own.
struct DayOverride {
    Date date{};
    bool open = false;
    std::optional<int> useWeekday;  ///< 0 Monday to 6 Sunday; none with open: as its own weekday
    std::string reason;
    std::vector<Session> sessions = {};  ///< of an open day, in order; none: those of the weekday

    bool operator==(const DayOverride&) const = default;
    static bool mayMiss(std::string_view member) { return member == "sessions"; }
};
BOOST_DESCRIBE_STRUCT(DayOverride, (), (date, open, useWeekday, reason, sessions))

/// Days in a row, both ends included, whose week holds instead of the usual one.
struct Period {
    Date from{};
    Date to{};
    std::vector<DayPlan> week = std::vector<DayPlan>(7);  ///< Monday first
    std::string reason;
    std::string decision;

    bool operator==(const Period&) const = default;
};
BOOST_DESCRIBE_STRUCT(Period, (), (from, to, week, reason, decision))

/// The working hours of a centre.
struct Calendar {
    std::vector<DayPlan> week = std::vector<DayPlan>(7);  ///< Monday first
    std::vector<DayOverride> overrides;                   ///< these go before the periods
    std::vector<Period> periods;                          ///< no two of them have a day in common
    Minutes kioskOpensBefore{15};           ///< the kiosk gives numbers so long before a session
    std::optional<TimeOfDay> kioskOpensAt;  ///< and from this time before the first one: people queue early
    Minutes closesAfter{120};               ///< the day ends so long after its last session

    bool operator==(const Calendar&) const = default;
    static bool mayMiss(std::string_view member) { return member == "periods"; }

    /// The sessions of that day after overrides and periods.
    const std::vector<Session>& sessionsOn(Date date) const;
    /// When the kiosk opens for that session of the day.
    TimeOfDay kioskOpens(const std::vector<Session>& sessions, std::size_t session) const;
    /// Tickets are given out: inside a session or the minutes before one, until `lastBefore` its end.
    bool givesTickets(Instant now, Minutes lastBefore = Minutes{0}) const;
    /// The session, by its begin, for which tickets are given out at that moment; none: there is no such.
    std::optional<Instant> sessionAt(Instant now) const;
    /// How much of the time from `from` to `to` counts as waiting: not what lies before the day's first
    /// session and between two; the time after the last one does. All of it on a day without sessions. Never
    /// negative.
    Milliseconds counted(Instant from, Instant to) const;
    /// The moment at which so much will have counted from `from` on, on that day. None: the day's queue ends
    /// before.
    std::optional<Instant> whenCounted(Instant from, Milliseconds waiting) const;
    /// The day's queue lives: from the kiosk's opening to `closesAfter` the last session.
    bool dayIsOn(Instant now) const;
    /// The next moment after `now` at which givesTickets or dayIsOn may change; within a month.
    std::optional<Instant> nextChange(Instant now, Minutes lastBefore = Minutes{0}) const;
    /// When the kiosk opens next, if it gives no tickets now; within a month.
    std::optional<Instant> nextGiving(Instant now, Minutes lastBefore = Minutes{0}) const;
};
BOOST_DESCRIBE_STRUCT(Calendar, (), (week, overrides, periods, kioskOpensBefore, kioskOpensAt, closesAfter))

}  // namespace luot::base
