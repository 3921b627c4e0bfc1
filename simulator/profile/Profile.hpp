#pragma once

#include <boost/describe/class.hpp>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/Result.hpp"
#include "base/settings/Complaint.hpp"
#include "simulator/profile/Behaviour.hpp"

/// What the simulator draws from: when citizens come, how they behave, how long they are served.
namespace luot::simulator::profile {

/// A stretch of the day and its share of the day's tickets.
struct Slot {
    std::string start;  ///< "07:30"
    int minutes = 0;
    double share = 0;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(Slot, (), (start, minutes, share, note))

/// Times a typical day.
struct WeekdayFactor {
    double mon = 1, tue = 1, wed = 1, thu = 1, fri = 1, sat = 0, sun = 0;
};
BOOST_DESCRIBE_STRUCT(WeekdayFactor, (), (mon, tue, wed, thu, fri, sat, sun))

struct SpecialDay {
    std::string id;
    double factor = 1;
    std::optional<std::string> service;  ///< none: all services
    std::string note;
};
BOOST_DESCRIBE_STRUCT(SpecialDay, (), (id, factor, service, note))

struct Arrivals {
    std::string process = "inhomogeneous_poisson";
    std::string withinSlot = "uniform";
    std::string dayNoise = "gamma";
    double dayNoiseMean = 1;
    double dayNoiseCv = 0;
};
BOOST_DESCRIBE_STRUCT(Arrivals, (), (process, withinSlot, dayNoise, dayNoiseMean, dayNoiseCv))

/// Minutes at the counter for one ticket: exp(mu + sigma * standard normal).
struct ServiceTime {
    double meanMinutes = 0, cv = 0, mu = 0, sigma = 0, p50 = 0, p90 = 0, p99 = 0;
};
BOOST_DESCRIBE_STRUCT(ServiceTime, (), (meanMinutes, cv, mu, sigma, p50, p90, p99))

struct DailyTickets {
    int typical = 0;
    int busy = 0;
};
BOOST_DESCRIBE_STRUCT(DailyTickets, (), (typical, busy))

/// A published figure that the profile was held against.
struct Anchor {
    std::string what, where, source;
};
BOOST_DESCRIBE_STRUCT(Anchor, (), (what, where, source))

struct DistributionSource {
    std::string claim, source, use;
};
BOOST_DESCRIBE_STRUCT(DistributionSource, (), (claim, source, use))

/// The arrival profile's file as it was written.
struct Profile {
    bool synthetic = true;
    std::string made;
    std::vector<std::string> sessions;
    std::vector<Slot> slots;
    WeekdayFactor weekdayFactor;
    std::vector<SpecialDay> specialDays;
    Arrivals arrivals;
    Behaviour behaviour;
    std::map<std::string, ServiceTime> serviceTime;    ///< by service
    std::map<std::string, DailyTickets> dailyTickets;  ///< by centre
    std::vector<Anchor> anchors;
    std::vector<DistributionSource> distributionSources;
};
BOOST_DESCRIBE_STRUCT(Profile, (),
                      (synthetic, made, sessions, slots, weekdayFactor, specialDays, arrivals, behaviour,
                       serviceTime, dailyTickets, anchors, distributionSources))

/// What one centre expects: [demand] of its file.
struct CentreDemand {
    int typicalDailyTickets = 0;
    int busyDailyTickets = 0;
    std::string status;
    std::map<std::string, double> mix;  ///< share of each service; 1 together
};
BOOST_DESCRIBE_STRUCT(CentreDemand, (), (typicalDailyTickets, busyDailyTickets, status, mix))

using base::settings::Complaints;

/// All errors together, each with file and line.
base::Result<Profile, Complaints> readProfile(const std::filesystem::path& file);

/// Reads only [demand] out of a centre's file. Complains of a service without a time in `profile`.
base::Result<CentreDemand, Complaints> readDemand(const std::filesystem::path& centreFile,
                                                  const Profile& profile);

}  // namespace luot::simulator::profile
