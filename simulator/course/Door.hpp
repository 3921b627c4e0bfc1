#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "simulator/course/Floor.hpp"
#include "simulator/line/Line.hpp"
#include "simulator/line/Waits.hpp"
#include "simulator/people/Citizens.hpp"

namespace luot::simulator::course {

/// The citizens of the day: each takes a number at his time, or when the kiosk opens after
/// it, goes away when told to wait longer than he
/// would, and may take another number after his visit.
class Door {
public:
    /// What it works with; all outlive it.
    struct Place {
        Floor& floor;
        line::Waits& waits;
        line::Line& line;
        std::function<void()> lookingOut;  ///< told whenever nobody comes just now
    };
    Door(Place place, const std::vector<people::Citizen>& citizens);

    /// Until the run ends.
    boost::asio::awaitable<void> work();
    /// Of a ticket's event: somebody may come back for another service.
    void told(const protocol::EventFrame& event, const protocol::Ticket& ticket);
    /// Nobody is to come any more.
    bool done() const { return toCome_.empty() && !busy_; }

private:
    base::Instant nextMoment() const;
    boost::asio::awaitable<void> admit(people::Citizen citizen);
    void refuse(people::Citizen citizen, const protocol::Problem& problem);

    Place place_;
    std::multimap<base::Instant, people::Citizen> toCome_;
    std::map<std::string, people::Citizen> comeBack_;  ///< by ticket
    bool busy_ = false;
};

}  // namespace luot::simulator::course
