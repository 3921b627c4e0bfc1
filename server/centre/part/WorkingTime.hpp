#pragma once

#include <map>
#include <optional>

#include "server/centre/part/Words.hpp"

namespace luot::server::centre {

/// The sessions of each weekday, as "07:30-11:30".
struct Week {
    std::vector<std::string> mon, tue, wed, thu, fri, sat, sun;
};
BOOST_DESCRIBE_STRUCT(Week, (), (mon, tue, wed, thu, fri, sat, sun))

/// One day that differs from its weekday.
struct SpecialDay {
    base::Date date{};
    bool open = false;
    std::optional<std::string> useDay;                 ///< "fri": worked as a Friday
    std::optional<std::vector<std::string>> sessions;  ///< or with these, as "07:30-11:30"
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SpecialDay, (), (date, open, useDay, sessions, reason))

/// Days in a row, both ends included, with a week of their own.
struct SpecialPeriod {
    base::Date from{};
    base::Date to{};
    std::string reason;
    std::string decision;
    Week week;
};
BOOST_DESCRIBE_STRUCT(SpecialPeriod, (), (from, to, reason, decision, week))

struct WorkingTime {
    InForce inForce;
    Week week;
    std::vector<SpecialDay> overrides;
    std::vector<SpecialPeriod> periods;
    int kioskOpensMinutesBeforeSession = 15;
    std::string kioskOpensAt;  ///< "05:00", before the first session of a day; empty: as before every session
    int dayClosesMinutesAfterLastSession = 120;
    std::map<std::string, int> lastTicketMinutesBeforeSessionEnd;  ///< by service; "default" for the others
    bool ticketsStayValidOverLunch = true;
    bool noShowTimerRunsWhileClosed = false;
    std::string waitingAtClose = "expire";
    std::string sameDayCutoff;
    Words sameDayCutoffNotice;
};
BOOST_DESCRIBE_STRUCT(WorkingTime, (),
                      (inForce, week, overrides, periods, kioskOpensMinutesBeforeSession, kioskOpensAt,
                       dayClosesMinutesAfterLastSession, lastTicketMinutesBeforeSessionEnd,
                       ticketsStayValidOverLunch, noShowTimerRunsWhileClosed, waitingAtClose, sameDayCutoff,
                       sameDayCutoffNotice))

/// A public holiday of the country.
struct Holiday {
    base::Date date{};
    Words name;
    std::string status;                  ///< where the date was read
    bool confirm = false;                ///< not certain: the centre must look it up
    std::optional<base::Date> swapWith;  ///< the day worked in its place
};
BOOST_DESCRIBE_STRUCT(Holiday, (), (date, name, status, confirm, swapWith))

/// A day off that is worked in place of another.
struct WorkedDay {
    base::Date date{};
    std::string useDay;
    std::string reason;
    std::string status;
};
BOOST_DESCRIBE_STRUCT(WorkedDay, (), (date, useDay, reason, status))

struct Holidays {
    std::vector<Holiday> days;
    std::vector<WorkedDay> workedDays;
};
BOOST_DESCRIBE_STRUCT(Holidays, (), (days, workedDays))

}  // namespace luot::server::centre
