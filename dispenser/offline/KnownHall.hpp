#pragma once

#include <filesystem>
#include <optional>

#include "dispenser/offline/TimeAnchor.hpp"
#include "protocol/Messages.hpp"
#include "protocol/offline/OfflineSeries.hpp"

namespace luot::dispenser::offline {

/// What the kiosk shows without the server: the hall and its hours as they were known last.
struct KnownHall {
    protocol::Hall hall;  ///< without tickets
    protocol::OfflineHours hours;
    TimeAnchor time;
};
BOOST_DESCRIBE_STRUCT(KnownHall, (), (hall, hours, time))

/// The hall without what is old as soon as the server is gone: who waits, and where.
protocol::Hall withoutPeople(protocol::Hall hall);

/// Whether numbers are given at that moment, by the hours alone. A hall that gave numbers outside its hours
/// when it was known last does so for the rest of that day. Without a known time they are given.
protocol::Status statusAlone(const KnownHall& known, KnownTime now);

/// Replaces the file whole, on the disk. A hall that cannot be kept must not keep anybody from a ticket:
/// false.
bool keepHall(const std::filesystem::path& file, const KnownHall& known);
/// None: there is no such file, or it makes no sense.
std::optional<KnownHall> keptHall(const std::filesystem::path& file);

}  // namespace luot::dispenser::offline
