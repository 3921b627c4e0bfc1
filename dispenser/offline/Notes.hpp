#pragma once

#include "base/json/Json.hpp"
#include "dispenser/offline/Store.hpp"
#include "protocol/offline/OfflineSeries.hpp"

/// What stands on the kiosk's disk.
namespace luot::dispenser::offline {

struct SeriesBegun {
    static constexpr std::string_view name = "series_begun";
    protocol::OfflineSeries series;
    std::string key;
    int last = 0;            ///< sequence behind which it goes on
    base::Instant newest{};  ///< on a paper of the series before

    static bool mayMiss(std::string_view member) { return member == "newest"; }
};
struct TicketNumbered {
    static constexpr std::string_view name = "ticket_numbered";
    protocol::OfflineSlip slip;
    std::string boot;
    std::int64_t ticks = 0;
    base::Instant contact{};
};
/// The server has taken everything up to that sequence.
struct TicketsHandedIn {
    static constexpr std::string_view name = "tickets_handed_in";
    int upTo = 0;
};
BOOST_DESCRIBE_STRUCT(SeriesBegun, (), (series, key, last, newest))
BOOST_DESCRIBE_STRUCT(TicketNumbered, (), (slip, boot, ticks, contact))
BOOST_DESCRIBE_STRUCT(TicketsHandedIn, (), (upTo))

template <class Fact>
Note noteOf(const Fact& fact) {
    return {std::string(Fact::name), base::json::encodeText(fact)};
}

}  // namespace luot::dispenser::offline
