#pragma once

#include "queue/Rules.hpp"
#include "server/centre/part/Catalogue.hpp"
#include "server/centre/part/Citizens.hpp"
#include "server/centre/part/Conduct.hpp"
#include "server/centre/part/Hall.hpp"
#include "server/centre/part/Identity.hpp"
#include "server/centre/part/Priority.hpp"
#include "server/centre/part/Ticketing.hpp"
#include "server/centre/part/WorkingTime.hpp"

namespace luot::server::centre {

/// A centre's file as it was written.
struct Description {
    bool fictional = false;
    std::string catalogue;  ///< file names, relative to the centre's file; empty: none
    std::string holidays;
    Identity centre;
    Expectation demand;
    WorkingTime calendar;
    Ticketing ticketing;
    Calling calling;
    Targets targets;
    Priority priority;
    Rating rating;
    Privacy privacy;
    Offline offline;
    Assignment assignment;
    Staffing staffing;
    std::vector<Unit> units;
    std::vector<Zone> zones;
    std::vector<Series> series;
    std::vector<ServicePlace> services;
    std::vector<CounterDesk> counters;
    std::vector<ClerkPost> clerks;
    std::vector<Kiosk> kiosks;
    std::vector<Display> displays;
};
BOOST_DESCRIBE_STRUCT(Description, (),
                      (fictional, catalogue, holidays, centre, demand, calendar, ticketing, calling, targets,
                       priority, rating, privacy, offline, assignment, staffing, units, zones, series,
                       services, counters, clerks, kiosks, displays))

/// A centre as its files say: the rules of the hall, and everything else for who needs it.
struct Centre {
    queue::Rules rules;
    std::optional<base::Date> validFrom;  ///< the newest of the decisions; none: no table is dated
    Description description;
    Holidays holidays;
    Catalogue catalogue;
};

}  // namespace luot::server::centre
