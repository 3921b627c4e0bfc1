#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/Boxed.hpp"
#include "queue/Appointment.hpp"
#include "queue/KioskSeries.hpp"
#include "queue/Rules.hpp"
#include "queue/Ticket.hpp"

namespace luot::queue {

/// Rules or a map that hold from a later day.
struct PlannedChange {
    base::Date from{};
    std::optional<base::Boxed<Rules>> rules;
    std::optional<MapChange> map;

    bool operator==(const PlannedChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlannedChange, (), (from, rules, map))

/// Measured times at the counter, for the expected wait.
struct ServiceTimes {
    int count = 0;
    base::Milliseconds sum{};

    base::Milliseconds mean() const { return count == 0 ? base::Milliseconds{} : sum / count; }
    bool operator==(const ServiceTimes&) const = default;
};

/// What a day leaves to the next, so that a day can be replayed without the one before.
struct Carried {
    std::map<std::string, int> nextNumber;  ///< of the series that do not begin anew each day
    std::map<std::string, ServiceTimes> serviceTimes;
    std::vector<Appointment> appointments;    ///< of that day and later
    std::vector<PlannedChange> planned;       ///< changes that do not hold yet
    std::optional<base::Boxed<Rules>> given;  ///< by the centre's file, where the head has changed them since
    std::vector<KioskSeries> kiosks;          ///< whose digits are whose, and what of them has come
    std::vector<RefusedKiosk> refused;        ///< kiosks that cannot number alone

    /// Added after the first release: an older journal lacks them.
    static bool mayMiss(std::string_view member) { return member == "kiosks" || member == "refused"; }
};

struct DayOpened {
    base::Date day{};
    bool byCommand = false;  ///< tickets are given out whatever the calendar says
    Carried carried;
};
struct DayClosed {
    base::Date day{};
    bool byCommand = false;  ///< the calendar does not open it again
};

/// An access token that was made; never the token itself.
struct TokenNote {
    std::string role;
    std::string name;
};

struct SettingsChanged {
    std::optional<base::Boxed<Rules>> rules;
    std::optional<TokenNote> token;
    std::optional<MapChange> map;
    std::optional<base::Date> from;  ///< the rules or the map hold from that day; none: at once
};
struct AppointmentsImported {
    std::vector<Appointment> appointments;
};
struct CallShown {
    std::string display;
    std::int64_t call = 0;  ///< sequence number of the call
    bool screen = false;
    bool spoken = false;
};
struct DeviceLost {
    std::string device;
};
struct DeviceBack {
    std::string device;
};
/// How the printer of a kiosk is from now on; no fault: well.
struct PrinterReported {
    std::string device;
    std::optional<PrinterFault> fault;
};
struct ClockJumped {
    base::Milliseconds jump{};
};
/// A kiosk may number alone in the series of that day.
struct SeriesBegun {
    KioskSeries series;
    std::string device{};

    static bool mayMiss(std::string_view member) { return member == "device"; }
};
/// A kiosk may not: its digit belongs to another disk.
struct SeriesRefused {
    std::string device;
    int digit = 0;
};

BOOST_DESCRIBE_STRUCT(ServiceTimes, (), (count, sum))
BOOST_DESCRIBE_STRUCT(Carried, (), (nextNumber, serviceTimes, appointments, planned, given, kiosks, refused))
BOOST_DESCRIBE_STRUCT(DayOpened, (), (day, byCommand, carried))
BOOST_DESCRIBE_STRUCT(DayClosed, (), (day, byCommand))
BOOST_DESCRIBE_STRUCT(TokenNote, (), (role, name))
BOOST_DESCRIBE_STRUCT(SettingsChanged, (), (rules, token, map, from))
BOOST_DESCRIBE_STRUCT(AppointmentsImported, (), (appointments))
BOOST_DESCRIBE_STRUCT(CallShown, (), (display, call, screen, spoken))
BOOST_DESCRIBE_STRUCT(DeviceLost, (), (device))
BOOST_DESCRIBE_STRUCT(DeviceBack, (), (device))
BOOST_DESCRIBE_STRUCT(PrinterReported, (), (device, fault))
BOOST_DESCRIBE_STRUCT(ClockJumped, (), (jump))
BOOST_DESCRIBE_STRUCT(SeriesBegun, (), (series, device))
BOOST_DESCRIBE_STRUCT(SeriesRefused, (), (device, digit))

}  // namespace luot::queue
