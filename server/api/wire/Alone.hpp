#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/Signature.hpp"
#include "protocol/offline/OfflineSeries.hpp"
#include "queue/Decide.hpp"

/// What is answered to kiosks and counters that were alone.
namespace luot::server::api::wire {

/// The kiosk's newest series, signed, and when numbers are given.
protocol::SeriesAnswer seriesAnswer(const queue::Hall& hall, int digit, const base::Signature& seal);

/// The series as the arguments of merge_offline repeat it; whether it is one of ours.
bool isOurs(const base::json::Object& arguments, const base::Signature& seal);

/// A ticket that could not be settled as the counter tells: the clerk must be asked.
struct Doubt {
    std::string ticket;
    std::optional<std::string> number;
    std::string state;  ///< what it is now
    std::optional<int> counter;
};
BOOST_DESCRIBE_STRUCT(Doubt, (), (ticket, number, state, counter))

struct Settlement {
    std::vector<std::string> settled;  ///< numbers
    std::vector<Doubt> doubtful;
    std::vector<std::string> alone;  ///< services that no other counter may call from
};
BOOST_DESCRIBE_STRUCT(Settlement, (), (settled, doubtful, alone))

/// How each visit stands in the hall after the command.
Settlement settlement(const queue::Hall& after, const queue::SettleCounter& command);

/// What has come of merge_offline: all that was handed in, now or before.
struct Merged {
    struct One {
        int sequence = 0;
        std::string id;
        std::string number;
        std::string state;
    };
    std::vector<One> merged;  ///< those that are new
    int repeated = 0;         ///< how many had come before
};
BOOST_DESCRIBE_STRUCT(Merged::One, (), (sequence, id, number, state))
BOOST_DESCRIBE_STRUCT(Merged, (), (merged, repeated))

Merged merged(const queue::MergeOfflineTickets& command, const std::vector<queue::Event>& events);

}  // namespace luot::server::api::wire
