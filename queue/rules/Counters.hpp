#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

/// Who serves what, and where.
namespace luot::queue {

/// A service that a counter serves. Rank 1 is its main one; each further rank is a handicap, never a bar.
struct RankedService {
    std::string service;
    int rank = 1;

    bool operator==(const RankedService&) const = default;
};
BOOST_DESCRIBE_STRUCT(RankedService, (), (service, rank))

/// Whether a counter takes priority tickets: like all, never, or no others.
enum class TakesPriority { yes, no, only };
BOOST_DESCRIBE_ENUM(TakesPriority, yes, no, only)

struct CounterPlace {
    int number = 0;
    std::string labelVi;
    std::string labelEn;
    std::string zone;
    std::vector<RankedService> services;
    TakesPriority priority = TakesPriority::yes;
    std::vector<std::string>
        idleFallback;                ///< taken while nobody waits for its own; the busiest of them first
    std::vector<std::string> lanes;  ///< lanes that wait for such counters alone: "bulk"
    std::string unit;                ///< the office that its clerks come from; empty: the centre
    /// With a keypad alone: calling the next means that the called one was served.
    bool callingServes = false;

    bool operator==(const CounterPlace&) const = default;
};
BOOST_DESCRIBE_STRUCT(CounterPlace, (),
                      (number, labelVi, labelEn, zone, services, priority, idleFallback, lanes, unit,
                       callingServes))

/// A clerk whom the centre names. One who is not named may do what the counter may.
struct Clerk {
    std::string id;                   ///< as given when a counter is opened
    std::string unit;                 ///< empty: the centre's own
    std::vector<std::string> skills;  ///< services that he may serve; none: all
    bool spare = false;               ///< stands in at any counter, of other offices too

    bool operator==(const Clerk&) const = default;
};
BOOST_DESCRIBE_STRUCT(Clerk, (), (id, unit, skills, spare))

/// What some counters serve from now on or from a day; the others stay as they are.
struct MapChange {
    struct Row {
        int counter = 0;
        std::vector<RankedService> services;
        std::optional<TakesPriority> priority;  ///< none: as it was
        std::optional<std::vector<std::string>> idleFallback;

        bool operator==(const Row&) const = default;
    };
    std::vector<Row> counters;
    std::string decision;

    bool operator==(const MapChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(MapChange::Row, (), (counter, services, priority, idleFallback))
BOOST_DESCRIBE_STRUCT(MapChange, (), (counters, decision))

}  // namespace luot::queue
