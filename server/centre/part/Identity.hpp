#pragma once

#include <map>
#include <optional>

#include "server/centre/part/Words.hpp"

namespace luot::server::centre {

/// A language in which only numbers are announced, from recorded clips.
struct AnnouncementLanguage {
    std::string code;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(AnnouncementLanguage, (), (code, note))

/// Who the centre is.
struct Identity {
    std::string id;
    Words name;
    Words authority;
    std::string address;
    std::string level;
    std::string hotline;
    std::string slogan;
    std::string timezone;
    std::string orgCode;
    std::vector<std::string> languages;
    std::vector<AnnouncementLanguage> announcementLanguages;
    WordLists notices;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(Identity, (),
                      (id, name, authority, address, level, hotline, slogan, timezone, orgCode, languages,
                       announcementLanguages, notices, note))

/// What the simulator and the forecasts expect of a day.
struct Expectation {
    int typicalDailyTickets = 0;
    int busyDailyTickets = 0;
    std::string status;
    std::map<std::string, double> mix;  ///< share of each service; 1 together
};
BOOST_DESCRIBE_STRUCT(Expectation, (), (typicalDailyTickets, busyDailyTickets, status, mix))

struct Staffing {
    int clerks = 0;
    int spareClerks = 0;
    bool lunchCover = false;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(Staffing, (), (clerks, spareClerks, lunchCover, note))

}  // namespace luot::server::centre
