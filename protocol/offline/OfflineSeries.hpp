#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/Calendar.hpp"
#include "protocol/Ticket.hpp"

/// What server and kiosk say to each other about numbers that the kiosk gives alone.
namespace luot::protocol {

/// When numbers are given, so that a kiosk knows it alone.
struct OfflineHours {
    struct OfService {
        std::string service;
        std::optional<base::Calendar> hours;  ///< none: the centre's
        int lastTicketBeforeS = 0;            ///< the last number so long before a session ends
        bool operator==(const OfService&) const = default;
    };
    base::Calendar centre;
    std::vector<OfService> services;
    bool operator==(const OfflineHours&) const = default;
};
BOOST_DESCRIBE_STRUCT(OfflineHours::OfService, (), (service, hours, lastTicketBeforeS))
BOOST_DESCRIBE_STRUCT(OfflineHours, (), (centre, services))

/// The server's word that this digit numbers this business day, on that one disk, from behind `after` on.
struct OfflineSeries {
    int digit = 0;
    std::string store;  ///< id of the kiosk's disk
    std::string day;
    int after = 0;
    std::string signature;  ///< of signedText()

    std::string signedText() const;
    bool operator==(const OfflineSeries&) const = default;
};
BOOST_DESCRIBE_STRUCT(OfflineSeries, (), (digit, store, day, after, signature))

/// The answer to begin_series.
struct SeriesAnswer {
    OfflineSeries series;
    std::string key;  ///< the server's public key
    OfflineHours hours;
};
BOOST_DESCRIBE_STRUCT(SeriesAnswer, (), (series, key, hours))

/// A ticket that a kiosk gave alone, as it hands it in.
struct OfflineSlip {
    std::string id;
    std::string number;  ///< "A7-012"
    int sequence = 0;
    std::string service;
    bool priority = false;
    std::string language = "vi";
    Instant issuedAt{};
    bool timeKnown = true;  ///< false: the kiosk started without knowing the time
    std::optional<std::string> printed = std::nullopt;
    /// Id of an `issue` command that was never answered: what became of it is taken back.
    std::optional<std::string> insteadOf = std::nullopt;

    bool operator==(const OfflineSlip&) const = default;
    static bool mayMiss(std::string_view name) {
        return name == "priority" || name == "language" || name == "time_known";
    }
};
BOOST_DESCRIBE_STRUCT(OfflineSlip, (),
                      (id, number, sequence, service, priority, language, issuedAt, timeKnown, printed,
                       insteadOf))

/// Slips of one merge_offline; with the longest names they fit a frame.
constexpr std::size_t mostSlips = 100;

/// "A7-012": letters of the service, the kiosk's digit, its count.
std::string offlineNumber(const std::string& prefix, int digit, int sequence);

}  // namespace luot::protocol
