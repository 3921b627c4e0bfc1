#pragma once

#include "server/centre/part/Words.hpp"

namespace luot::server::centre {

struct Rating {
    int scale = 5;
    int windowMinutesAfterFinish = 5;
    bool onePerTicket = true;
    WordLists labels;  ///< the worst first
    std::string clerkSees = "daily_aggregate";
    int aggregateFromRatings = 5;
    std::string channel = "tablet";
};
BOOST_DESCRIBE_STRUCT(Rating, (),
                      (scale, windowMinutesAfterFinish, onePerTicket, labels, clerkSees, aggregateFromRatings,
                       channel))

struct Privacy {
    bool namesOnDisplays = false;
    bool namesInAnnouncements = false;
    bool storeIdNumber = false;
    bool storeIdImage = false;
    bool phoneOptional = true;
    int phoneRetentionDays = 1;
    int ticketDetailRetentionDays = 365;
    int aggregateRetentionDays = 3650;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(Privacy, (),
                      (namesOnDisplays, namesInAnnouncements, storeIdNumber, storeIdImage, phoneOptional,
                       phoneRetentionDays, ticketDetailRetentionDays, aggregateRetentionDays, note))

/// What goes on while the server cannot be reached.
struct Offline {
    bool kioskCanIssueAlone = true;
    std::string kioskOfflineSeries;
    bool counterCanCallFromCache = true;
    int displayShowsStaleAfterSeconds = 6;
    std::string paperFallback;
};
BOOST_DESCRIBE_STRUCT(Offline, (),
                      (kioskCanIssueAlone, kioskOfflineSeries, counterCanCallFromCache,
                       displayShowsStaleAfterSeconds, paperFallback))

}  // namespace luot::server::centre
