#pragma once

#include <boost/describe/class.hpp>
#include <map>
#include <string>
#include <vector>

namespace luot::simulator::profile {

/// exp(ln(median) + sigma * standard normal), in the unit that the member's name says.
struct LogNormal {
    double median = 1;
    double sigma = 0;
};
BOOST_DESCRIBE_STRUCT(LogNormal, (), (median, sigma))

/// Who brings many dossiers at once.
struct Bulk {
    double share = 0;
    std::vector<std::string> services;
    double shareInServices = 0;
    double meanMoreDossiers = 0;
    double furtherDossierFactor = 1;
};
BOOST_DESCRIBE_STRUCT(Bulk, (), (share, services, shareInServices, meanMoreDossiers, furtherDossierFactor))

struct ClerkPause {
    double perClerkPerSession = 0;
    LogNormal minutes;
};
BOOST_DESCRIBE_STRUCT(ClerkPause, (), (perClerkPerSession, minutes))

/// How citizens and clerks behave; shares are of all tickets.
struct Behaviour {
    double priorityShare = 0;
    double noShowShare = 0;
    double noShowMorePerMinute = 0;
    double noShowMoreAfterMinutes = 0;
    double recallShare = 0;
    double transferShare = 0;
    double holdShare = 0;
    double secondServiceShare = 0;
    double wrongServiceShare = 0;
    LogNormal patienceMinutes;
    double groupVisitShare = 0;
    LogNormal callToSitSeconds;
    LogNormal finishToNextCallSeconds;
    double ratingResponseShare = 0;
    double kioskReprintShare = 0;
    std::map<std::string, double> priorityByGroup;
    Bulk bulk;
    ClerkPause clerkPause;
};
BOOST_DESCRIBE_STRUCT(Behaviour, (),
                      (priorityShare, noShowShare, noShowMorePerMinute, noShowMoreAfterMinutes, recallShare,
                       transferShare, holdShare, secondServiceShare, wrongServiceShare, patienceMinutes,
                       groupVisitShare, callToSitSeconds, finishToNextCallSeconds, ratingResponseShare,
                       kioskReprintShare, priorityByGroup, bulk, clerkPause))

}  // namespace luot::simulator::profile
