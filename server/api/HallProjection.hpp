#pragma once

#include "protocol/Hall.hpp"
#include "server/hall/Halls.hpp"

/// Turns the queue's state into the wire's: the only place that knows both.
namespace luot::server::api {

protocol::Ticket wireTicket(const queue::Ticket& ticket);
/// With the people ahead, as long as it waits.
protocol::Ticket wireTicket(const queue::Ticket& ticket, const queue::Hall& hall, base::Instant now);
protocol::Counter wireCounter(const queue::CounterDesk& desk, const queue::Hall& hall);

/// What the hall says of itself besides the state: identity and time.
struct Surroundings {
    std::string feed;
    base::Instant now{};
    bool writable = true;
    double clockSpeed = 1;
};

protocol::Hall wireHall(const hall::Standing& standing, const Surroundings& surroundings);

/// The hall cut into parts that each fit a frame; the small members stand in every part.
std::vector<protocol::Hall> inParts(protocol::Hall whole);

}  // namespace luot::server::api
