#pragma once

#include <functional>

#include "simulator/course/Floor.hpp"
#include "simulator/line/Line.hpp"
#include "simulator/line/Waits.hpp"
#include "simulator/people/Clerk.hpp"

namespace luot::simulator::course {

/// A clerk at work: carries his steps to the server over a line of his own, and its answers back.
class Desk {
public:
    /// What a desk works with; all outlive it.
    struct Place {
        Floor& floor;
        line::Waits& waits;
        line::Line& line;
        std::function<void()> lookingOut;  ///< told whenever the clerk has nothing to do
    };
    Desk(Place place, people::Clerk clerk) : place_(std::move(place)), clerk_(std::move(clerk)) {}

    /// Until the run ends or the clerk leaves.
    boost::asio::awaitable<void> work();
    /// Has no ticket, and nobody waits whom it could call.
    bool done() const;

private:
    boost::asio::awaitable<void> carryOut(people::Step step);
    bool somebodyWaits() const;
    people::Standing standing() const;
    people::CalledTicket called(const protocol::Ticket& ticket) const;

    Place place_;
    people::Clerk clerk_;
    std::int64_t emptyAt_ = -1;  ///< the feed's seq when the server was asked last and nobody waited
};

}  // namespace luot::simulator::course
