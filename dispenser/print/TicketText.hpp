#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/Wording.hpp"
#include "protocol/Hall.hpp"

namespace luot::dispenser::print {

/// The same words in the citizen's language and, if the ticket has two, in the other.
struct Phrase {
    std::string first;
    std::string second;
    bool operator==(const Phrase&) const = default;
};

/// Every word of a paper ticket, ready to be set; an empty one is left out.
struct TicketText {
    std::string number;
    std::string trackingUrl;             ///< in the QR code
    std::map<std::string, Phrase> says;  ///< by the name of contentNames(), or the key of a sentence

    const Phrase& of(const std::string& name) const;
    bool operator==(const TicketText&) const = default;
};

/// In which words.
struct TicketWords {
    const base::Wording& wording;
    std::string language;                ///< "vi" or "en"
    std::string second = {};             ///< the language under it; empty: none
    std::vector<std::string> keys = {};  ///< sentences of the wording that the form names besides
};

/// What the ticket is besides what the server says of it.
struct TicketOccasion {
    bool offline = false;                                     ///< issued by the kiosk alone
    std::optional<base::Instant> reprintedAt = std::nullopt;  ///< printed once more, by hand
};

TicketText ticketText(const protocol::Ticket& ticket, const protocol::Hall& hall, const TicketWords& words,
                      const TicketOccasion& occasion = {});

/// What a form can name in `says`: "authority", "centre", "heading" ...
const std::vector<std::string>& contentNames();

/// "1, 2, 3, 10": the counters that serve it, by their number or by their name when that holds no number.
std::string counterList(const protocol::Hall& hall, const std::string& service, const std::string& language);

/// "10:00 - 10:10", to five minutes; empty without an estimate, and when there is nothing to wait for.
std::string expectedTurn(const protocol::Ticket& ticket);

/// When the result comes, for a ticket of the day's last hours; else empty.
std::string nextDayNotice(const protocol::Ticket& ticket, const protocol::Hall& hall,
                          const TicketWords& words);

/// A service's name without what stands in brackets behind it: tiles and tickets are narrow.
std::string serviceName(const protocol::Hall& hall, const std::string& service, const std::string& language);

/// With a full stop; nothing stays nothing.
std::string sentence(std::string text);

}  // namespace luot::dispenser::print
