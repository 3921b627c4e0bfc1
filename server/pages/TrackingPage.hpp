#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/Hash.hpp"
#include "protocol/MinuteRange.hpp"
#include "queue/Hall.hpp"

namespace luot::base {
class Wording;
}

namespace luot::server::pages {

/// Finds today's tickets by the secret in their QR. The secret is derived from the id, so nothing more is
/// kept.
class TrackingIndex {
public:
    explicit TrackingIndex(std::string_view key) : key_(key) {}

    std::string secretOf(const std::string& ticket) const;
    void add(const std::string& ticket) { unindexed_.push_back(ticket); }
    /// Forgets the tickets of the day before.
    void startDay(base::Date day);
    /// Null when no ticket of today has it.
    const std::string* ticketOf(std::string_view secret) const;

private:
    base::HmacSha256 key_;
    std::optional<base::Date> day_;
    mutable std::vector<std::string> unindexed_;  ///< most phones never ask, and a secret is two hashes
    mutable std::unordered_map<std::string, std::string> tickets_;
};

/// What the page says of a ticket now.
struct TrackedTicket {
    std::string number;
    std::string state;
    std::string service;
    std::optional<int> counter;
    int ahead = 0;
    std::optional<protocol::MinuteRange> wait;  ///< expected, while that is no guess
};

std::optional<TrackedTicket> tracked(const queue::Hall& hall, const std::string& ticket,
                                     std::string_view language, base::Instant now);

/// A plain page for phones in that language: no personal data, no script but the one that listens for
/// changes.
std::string trackingPage(const base::Wording& wording, std::string_view language, const TrackedTicket& ticket,
                         const std::string& centre);
std::string unknownTicketPage(const base::Wording& wording, std::string_view language);

/// "vi" or "en", the first of the two in an Accept-Language header; "vi" without.
std::string_view preferredLanguage(std::string_view acceptLanguage);

}  // namespace luot::server::pages
