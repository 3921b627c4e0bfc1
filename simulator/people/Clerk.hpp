#pragma once

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/json/Json.hpp"
#include "simulator/people/Visit.hpp"

namespace luot::simulator::people {

/// What the centre asks before somebody who does not come may be given up.
struct CallLimits {
    int callsBeforeNoShow = 3;
    base::Seconds gap{20};  ///< between two calls
    base::Seconds noShowAfter{120};
};

/// Where a clerk works.
struct Post {
    int counter = 0;
    std::string clerk;
    base::Date date{};
    std::vector<std::string> transferTo;  ///< services to which tickets may be sent on
    CallLimits limits{};
};

/// What a clerk does next.
struct Step {
    enum class Kind {
        ask,      ///< give `command` and tell the clerk its answer
        rest,     ///< nothing until `until`
        lookOut,  ///< nothing until somebody waits, or `until`
        leave,    ///< never anything again
    };
    Kind kind = Kind::leave;
    std::string command;
    base::json::Object arguments;
    base::Instant until{};
};

/// Where a ticket of this counter stands, for a clerk whose command was refused.
struct Standing {
    bool counterClosed = false;
    bool counterPaused = false;
    std::optional<CalledTicket> called;
    std::optional<CalledTicket> serving;
};

/// One clerk who never tires: opens the counter, calls, waits for the citizen, serves, ends the visit, tidies
/// up, pauses now and then. Pure: time and answers come in, steps go out. All times are the played day's.
class Clerk {
public:
    enum class State { closed, free, paused, walking, serving, tidying, gone };

    /// `profile` must outlive it.
    Clerk(Post post, const profile::Profile& profile, Dice dice);

    /// After a step of kind ask, answered() or refused() comes before the next call.
    Step next(base::Instant now, bool somebodyWaits);
    /// The command was carried out. `ticket`: what call_next gave; none: nobody waits.
    void answered(base::Instant now, std::optional<CalledTicket> ticket);
    /// It was not; the clerk goes on from where the counter stands.
    void refused(base::Instant now, Standing standing);

    State state() const { return state_; }
    /// Has no ticket and none put aside.
    bool idle() const;
    int counter() const { return post_.counter; }

private:
    Step ask(std::string command, base::json::Object arguments = {});
    Step askAtCounter(std::string command, base::json::Object more = {});
    Step rest() const;
    Step whenFree(base::Instant now, bool somebodyWaits);
    Step whenHere();
    Step whenServed();
    void take(base::Instant now, CalledTicket ticket);
    void tidyUp(base::Instant now);
    base::Milliseconds untilNextCall() const;

    Post post_;
    const profile::Profile& profile_;
    Dice dice_;
    State state_ = State::closed;
    base::Instant until_{};
    std::deque<base::Instant> pauses_;
    std::deque<std::pair<base::Instant, std::string>> held_;  ///< due for return, ticket
    CalledTicket ticket_;
    Visit visit_;
    std::string asked_;  ///< the command that waits for its answer
};

}  // namespace luot::simulator::people
