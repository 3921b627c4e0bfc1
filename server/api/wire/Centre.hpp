#pragma once

#include "protocol/Hall.hpp"
#include "queue/Rules.hpp"

/// What the rules of the centre are on the wire.
namespace luot::server::api::wire {

protocol::Centre centre(const queue::Rules& rules);
std::vector<protocol::Clerk> clerks(const queue::Rules& rules);

}  // namespace luot::server::api::wire
