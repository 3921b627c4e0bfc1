#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "base/json/Json.hpp"
#include "net/StreamClient.hpp"
#include "protocol/Messages.hpp"

namespace luot::simulator::line {

/// What a command was answered.
struct Answer {
    bool given = false;  ///< false: the run ended first
    bool ok = false;
    base::json::Value result;
    protocol::Problem problem;                   ///< when not ok
    std::chrono::steady_clock::duration took{};  ///< from the first sending, reconnects included
};

/// What all lines of a run did together.
struct LineCount {
    int reconnects = 0;
    int repeats = 0;     ///< commands asked again with the same id
    int unanswered = 0;  ///< at the end of the run
    int refused = 0;
};

/// One connection to the stream that comes back by itself and carries one command at a time. A command
/// without an answer is asked again with the same id. On the io_context's one thread.
class Line {
public:
    struct Ways {
        std::string url;
        std::string token;
        std::function<std::string()> hello;                    ///< the greeting's frame
        std::function<bool(const std::string& frame)> others;  ///< frames but replies; false: connect anew
    };

    /// `io` and `count` must outlive it.
    Line(boost::asio::io_context& io, Ways ways, LineCount& count);

    /// Connects and reads until end().
    boost::asio::awaitable<void> keep();
    /// One at a time. A server that cannot write or takes no more now is asked again until it can.
    boost::asio::awaitable<Answer> ask(std::string name, base::json::Object arguments);
    void end();

    bool up() const { return up_; }
    const std::string& lastError() const { return lastError_; }

private:
    struct Pending {
        std::string id;
        std::string frame;
        Answer answer;
        std::optional<std::chrono::steady_clock::time_point> sent;  ///< for the first time
    };
    boost::asio::awaitable<void> converse(net::StreamClient& client);
    boost::asio::awaitable<void> pause(std::chrono::milliseconds duration);
    bool take(const std::string& frame);
    void take(protocol::Reply reply);
    void send();

    boost::asio::io_context& io_;
    Ways ways_;
    LineCount& count_;
    net::StreamClient* client_ = nullptr;  ///< while connected; owned by keep()
    bool up_ = false;                      ///< greeted
    bool wasUp_ = false;
    bool ended_ = false;
    std::optional<Pending> pending_;
    boost::asio::steady_timer answered_;
    boost::asio::steady_timer backOff_;
    std::string lastError_;
};

}  // namespace luot::simulator::line
