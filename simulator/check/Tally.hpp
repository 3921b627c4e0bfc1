#pragma once

#include <map>
#include <string>

#include "base/json/Json.hpp"
#include "protocol/Hall.hpp"
#include "protocol/Messages.hpp"
#include "simulator/check/Spread.hpp"

namespace luot::simulator::check {

/// Counts what the feed tells during the run. Waits are of first calls, in seconds of the played day.
class Tally {
public:
    /// `pace`: seconds of the played day in one of the server's; 1 where the server's clock is simulated.
    void event(const protocol::EventFrame& event, const protocol::Ticket& ticket, double pace);

    int issued() const { return all_.issued; }
    int called() const { return all_.called; }
    int served() const { return all_.served; }
    /// Members tickets, called, served, no_show, priority, transferred, held, cancelled, wait, by_service.
    void report(base::json::Object& into) const;

private:
    struct Count {
        int issued = 0, called = 0, served = 0, noShow = 0, priority = 0, transferred = 0, held = 0,
            cancelled = 0;
        Spread wait;
        void add(std::string_view event, const protocol::Ticket& ticket, double pace);
    };
    Count all_;
    std::map<std::string, Count> byService_;
};

}  // namespace luot::simulator::check
