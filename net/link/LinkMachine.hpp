#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "net/LinkThread.hpp"

/// How a client's connection comes back by itself.
namespace luot::net::link {

using Moment = std::chrono::steady_clock::time_point;

enum class LinkState {
    disconnected,  ///< not started
    connecting,
    greeting,    ///< connected; nothing has come from the server yet
    live,        ///< the server has spoken
    backingOff,  ///< waits before the next attempt
};

struct LinkTimes {
    std::chrono::milliseconds firstRetry{200};
    std::chrono::milliseconds longestRetry{3000};
    std::chrono::milliseconds greetWithin{8000};
};

/// What the shell has to do after an input.
struct LinkOrders {
    bool connect = false;
    bool drop = false;                ///< cut the connection that there is
    std::optional<Moment> waitUntil;  ///< then say timePassed
    std::optional<LinkEvent> tell;    ///< to the program
};

/// Decides when to connect, give up and try again; pure. The wait doubles with every attempt that failed
/// before the server spoke, and is shortened at random by up to a half so that a hall of devices does not
/// come back at once.
class LinkMachine {
public:
    /// `random` gives numbers from 0 to 1.
    LinkMachine(LinkTimes times, std::function<double()> random)
        : times_(times), random_(std::move(random)) {}

    LinkOrders start();
    LinkOrders connected(Moment now);
    LinkOrders frame();
    /// Lost, or not reached; `refused`: the server does not want us, which will hardly change soon.
    LinkOrders failed(std::string why, bool refused, Moment now);
    LinkOrders timePassed(Moment now);
    /// The program wants a new connection.
    LinkOrders reconnect(Moment now);

    LinkState state() const { return state_; }

private:
    std::chrono::milliseconds pause(bool refused);

    LinkTimes times_;
    std::function<double()> random_;
    LinkState state_ = LinkState::disconnected;
    Moment until_{};
    int failures_ = 0;     ///< in a row, without a word of the server
    std::string toldWhy_;  ///< of this outage; the same again is not told again
};

}  // namespace luot::net::link
