#pragma once

#include "protocol/Messages.hpp"
#include "server/api/HallProjection.hpp"

/// What time, or all events together, bring: services that open and close, alerts, expected waits.
namespace luot::server::api::wire {

std::vector<protocol::Service> services(const queue::Hall& hall, base::Instant now);
std::vector<protocol::Alert> alerts(const queue::Hall& hall, base::Instant now);
std::optional<protocol::ClockFault> clockFault(const hall::Board& board);
protocol::Status status(const hall::Standing& standing, const Surroundings& surroundings);

/// Whether clients should hear of the second after they have heard of the first: expected waits differ by a
/// minute all the time, which nobody needs to know.
bool differ(const protocol::Status& told, const protocol::Status& now);

}  // namespace luot::server::api::wire
