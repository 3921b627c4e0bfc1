#pragma once

#include <optional>
#include <string>
#include <vector>

#include "counter-client/desk/Doubt.hpp"
#include "counter-client/desk/Order.hpp"
#include "counter-client/hall/Situation.hpp"
#include "protocol/FeedClient.hpp"

namespace luot::counterclient::alone {

/// So many visits are told at once: the server takes 200, and a frame has at most 64 KiB.
constexpr std::size_t mostAtOnce = 50;

/// What the counter did with one ticket while the server was away, as `settle` takes it.
struct Visit {
    std::string ticket;
    std::string number;  ///< for the clerk; the server does not read it
    std::string result;  ///< called, serving, finished, no_show, held
    int calls = 0;       ///< made alone
    base::Instant calledAt{};
    std::optional<base::Instant> startedAt;
    std::optional<base::Instant> endedAt;
    std::optional<std::string> outcome;
    bool confirmed = false;

    bool operator==(const Visit&) const = default;
};
BOOST_DESCRIBE_STRUCT(Visit, (),
                      (ticket, number, result, calls, calledAt, startedAt, endedAt, outcome, confirmed))

/// The counter without the server: calls what nobody else may call, and remembers it until the server has
/// settled it (docs/adr/0023). Without I/O.
class CounterAlone {
public:
    /// `feed` must outlive it.
    CounterAlone(protocol::FeedClient& feed, int counter) : feed_(feed), counter_(counter) {}

    /// Carries the order out in the window's own picture; none: it needs the server.
    std::optional<protocol::EventFrame> carryOut(const desk::Order& order, hall::Moment now);

    /// Tickets that nobody but this counter may call: of services that it alone serves, or sent to it. In the
    /// order in which they are called.
    std::vector<const protocol::Ticket*> callable() const;
    /// Services that no other counter may call from, as the server said last.
    const std::vector<std::string>& own() const { return own_; }

    /// Puts what was done alone into a picture of the server that does not know of it.
    void replay(base::Instant now);
    bool hasUnsettled() const { return !visits_.empty(); }
    const std::vector<Visit>& visits() const { return visits_; }
    /// What must outlive a power cut: also the visits that the clerk has not been able to speak to yet. After
    /// a start they are told again, and the clerk is asked again.
    std::vector<Visit> kept() const;
    void recall(std::vector<Visit> visits, std::vector<std::string> own) {
        visits_ = std::move(visits);
        own_ = std::move(own);
    }
    /// Arguments of settle: the oldest visits, as many as are told at once.
    base::json::Object settleArgs();
    /// The server's answer to the settle that was made last: what it could not settle is to be asked of the
    /// clerk.
    void take(const base::json::Value& result);
    /// The server refused the settle that was made last: fewer are told next. False: it was one visit or
    /// none.
    bool tellFewer();

    /// The first that the clerk is to be asked about; null: none.
    const desk::Doubt* doubt() const { return doubts_.empty() ? nullptr : &doubts_.front().doubt; }
    /// The clerk's word on it: settle it all the same, or leave the ticket as the server has it.
    void answerDoubt(bool served);

private:
    struct Doubtful {
        desk::Doubt doubt;
        Visit visit;
    };
    std::optional<protocol::Ticket> changed(const desk::Order& order, hall::Moment now);
    std::optional<protocol::Ticket> called(base::Instant now) const;
    void remember(const protocol::Ticket& ticket, bool isCall);
    /// Whether it was called here and the server, or the clerk, has not said how it stands.
    bool wasHere(const std::string& ticket) const;

    protocol::FeedClient& feed_;
    int counter_;
    std::vector<std::string> own_;
    std::vector<Visit> visits_;  ///< in the order of their calls
    std::vector<Doubtful> doubts_;
    std::size_t atOnce_ = mostAtOnce;
    std::size_t told_ = 0;  ///< the first of visits_ that stand in the settle that was made last
};

}  // namespace luot::counterclient::alone
