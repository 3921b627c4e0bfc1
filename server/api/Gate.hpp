#pragma once

#include <boost/asio/steady_timer.hpp>
#include <string>
#include <string_view>

#include "base/Clock.hpp"
#include "server/api/Answering.hpp"
#include "server/api/Problems.hpp"
#include "server/auth/RateLimit.hpp"
#include "server/auth/Tokens.hpp"
#include "server/hall/CommandPump.hpp"

namespace luot::server::api {

/// How the elements of a list that came are named to its sender.
enum class ListPlaces {
    members,  ///< "appointments[2]"
    lines,    ///< "line 4"
};

/// How a place in a list is said: the wording's key, and the number of the first element.
struct PlaceWords {
    std::string_view key;
    std::size_t first = 0;
};

/// A command as it came, by whichever way.
struct Request {
    auth::Caller caller;
    const CommandRow* row = nullptr;
    base::json::Object arguments;
    std::string key;      ///< idempotency key; empty: none
    std::string content;  ///< what a repeat must repeat
    ListPlaces places = ListPlaces::members;
};

/// The one way in for commands of HTTP and stream: who asks, what exactly, may he. Then the pump decides.
class Gate {
public:
    struct Parts {
        boost::asio::any_io_executor executor;
        hall::CommandPump& pump;
        journal::Journal& journal;
        store::DatabaseThread& database;
        const Problems& problems;
        const AnswerParts& answers;
    };
    Gate(Parts parts, int requestsPerSecond)
        : parts_(std::move(parts)),
          rate_(requestsPerSecond),
          read_(parts_.executor, boost::asio::steady_timer::time_point::max()) {}

    /// Who has this secret; looks in the journal when it is new. A problem: 401, 429.
    boost::asio::awaitable<base::Result<auth::Caller, protocol::Problem>> identify(std::string secret);
    void replaceTokens(const std::vector<journal::Token>& tokens) { tokens_.replace(tokens); }

    boost::asio::awaitable<hall::Outcome> carryOut(Request request);

    const Problems& problems() const { return parts_.problems; }

private:
    base::Result<hall::Submission, protocol::Problem> submissionOf(Request request);
    /// A kiosk whose series is refused knows it from its answer; that the head does too is recorded before.
    boost::asio::awaitable<hall::Outcome> submit(hall::Submission submission, hall::Submission note);
    protocol::Problem wrongInList(const std::vector<queue::WrongElement>& wrong,
                                  const PlaceWords& words) const;
    boost::asio::awaitable<void> lookUp();
    boost::asio::awaitable<void> readTokens();

    Parts parts_;
    auth::Tokens tokens_;
    auth::RateLimit rate_;
    boost::asio::steady_timer read_;  ///< cancelled whenever the tokens have been read
    std::uint64_t readsBegun_ = 0;
    std::uint64_t readsDone_ = 0;
    base::SystemClock realTime_;
};

}  // namespace luot::server::api
