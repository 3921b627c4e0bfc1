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
    std::string field;
    std::string procedure;
    std::string counters;
    std::string aheadLabel;
    std::string ahead;
    std::string turnLabel;
    std::string turn;
    std::string trackingUrl;  ///< in the QR code
    std::string trackingLine;
    std::string issued;
    std::string watch;
    std::vector<std::string> notices;
    std::string hotline;
    std::string thanks;
    bool operator==(const TicketText&) const = default;
};

/// In which words, and what the hall does not say.
struct TicketWords {
    const base::Wording& wording;
    std::string language;       ///< "vi" or "en"
    int callsBeforeMissed = 3;  ///< as the centre's rules have it
};

TicketText ticketText(const protocol::Ticket& ticket, const protocol::Hall& hall, const TicketWords& words);

/// "1, 2, 3, 10": the counters that serve it, by their number or by their name when that holds no number.
std::string counterList(const protocol::Hall& hall, const std::string& service, const std::string& language);

/// "10:00 - 10:10", to five minutes; empty without an estimate.
std::string expectedTurn(const protocol::Ticket& ticket);

/// A service's name without what stands in brackets behind it: tiles and tickets are narrow.
std::string serviceName(const protocol::Hall& hall, const std::string& service, const std::string& language);

}  // namespace luot::dispenser::print
