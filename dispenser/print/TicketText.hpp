#pragma once

#include <string>
#include <vector>

#include "base/Wording.hpp"
#include "protocol/Hall.hpp"

namespace luot::dispenser::print {

/// Every word of a paper ticket, ready to be set; an empty one is left out.
struct TicketText {
    std::string authority;
    std::string centre;
    std::string heading;
    std::string number;
    std::string priorityMark;
    std::string laneMark;  ///< an appointment's time
    std::string field;
    std::string procedure;
    std::string counters;
    std::string aheadLabel;
    std::string ahead;
    std::string turnLabel;
    std::string turn;
    std::string wait;  ///< the same as a length of time
    std::string nextDay;
    std::string trackingUrl;  ///< in the QR code
    std::string trackingLine;
    std::string issued;
    std::string watch;
    std::vector<std::string> notices;
    std::string hotline;
    std::string thanks;
    bool operator==(const TicketText&) const = default;
};

/// In which words.
struct TicketWords {
    const base::Wording& wording;
    std::string language;  ///< "vi" or "en"
};

TicketText ticketText(const protocol::Ticket& ticket, const protocol::Hall& hall, const TicketWords& words);

/// "1, 2, 3, 10": the counters that serve it, by their number or by their name when that holds no number.
std::string counterList(const protocol::Hall& hall, const std::string& service, const std::string& language);

/// "10:00 - 10:10", to five minutes; empty without an estimate, and when there is nothing to wait for.
std::string expectedTurn(const protocol::Ticket& ticket);

/// When the result comes, for a ticket of the day's last hours; else empty.
std::string nextDayNotice(const protocol::Ticket& ticket, const protocol::Hall& hall,
                          const TicketWords& words);

/// A service's name without what stands in brackets behind it: tiles and tickets are narrow.
std::string serviceName(const protocol::Hall& hall, const std::string& service, const std::string& language);

}  // namespace luot::dispenser::print
