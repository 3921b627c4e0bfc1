#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "counter-client/alone/VisitFile.hpp"
#include "counter-client/desk/Desk.hpp"
#include "net/LinkThread.hpp"
#include "protocol/FeedClient.hpp"

namespace luot::counterclient {

/// A command unanswered for so long makes the link be dropped and asked again on a new one; milliseconds. A
/// server that is gone is noticed by the link itself; one whose disk takes five seconds a sync answers within
/// two or three of them, and a new link would not make it faster.
constexpr std::int64_t answerWithin = 20000;
/// After so long without an answer a command is given up: nobody wants a number called that was asked for
/// before lunch.
constexpr std::int64_t askAgainWithin = 60000;
/// Without the server for so long, the counter works alone; milliseconds.
constexpr std::int64_t aloneAfter = 3000;
/// A server that cannot write is told again after so long what was done alone; milliseconds.
constexpr std::int64_t settleAgain = 1000;
/// One that refuses it (no right, no such counter): until somebody mends that; milliseconds.
constexpr std::int64_t settleRefusedAgain = 10000;

/// Carries orders from the desk to the server and news back. An order that was not answered before the link
/// broke is asked again under the same id, so that it is done once.
class Conversation {
public:
    /// All three must outlive it; the desk reads the client's view. `memory` keeps what the window must know
    /// after a start without the server; empty: nothing is kept.
    Conversation(net::Link& link, protocol::FeedClient& feed, desk::Desk& desk,
                 std::filesystem::path memory = {});

    /// Takes all that has come and sees to what is overdue. `local` is monotonic, milliseconds.
    void advance(std::int64_t local);
    void ask(const desk::Order& order, std::int64_t local);
    hall::Moment moment(std::int64_t local) const;

private:
    struct Question {
        std::string id;
        std::string frame;
        std::int64_t askedAt = 0;
        std::int64_t sentAt = 0;
        bool sentHere = false;  ///< over the link as it is now
    };

    void take(const net::LinkUp& up, std::int64_t local);
    void take(const net::LinkFrame& frame, std::int64_t local);
    void take(const net::LinkDown& down, std::int64_t local);
    void takeNews(const protocol::FeedNews& news, std::int64_t local);
    void sendQuestion(std::int64_t local);
    void watchDeadlines(std::int64_t local);
    void recall(std::int64_t local);
    void standAlone(std::int64_t local);
    void askAlone(const desk::Order& order, std::int64_t local);
    void answerDoubt(const desk::Order& order, std::int64_t local);
    /// What was done alone is told; then the clerk works with the server again.
    void settle(std::int64_t local);
    void settled(const protocol::Reply& reply, std::int64_t local);
    void refused(const protocol::Problem& problem, std::int64_t local);
    void rememberOwn(const protocol::EventFrame& event);
    void watchMap(const protocol::EventFrame& event, std::int64_t local);
    void askWhatIsOwn(std::int64_t local);
    void remember();
    void goOnline(std::int64_t local);

    net::Link& link_;
    protocol::FeedClient& feed_;
    desk::Desk& desk_;
    std::optional<Question> question_;
    bool greeted_ = false;  ///< the server welcomed us on this link
    alone::CounterAlone alone_;
    alone::VisitFile file_;
    std::optional<protocol::Hall> recalled_;  ///< of the program's last run, not shown yet
    std::string settling_;                    ///< id of the settle that waits for its answer; empty: none
    std::int64_t settleSentAt_ = 0;
    std::int64_t settleAgainAt_ = 0;
    bool asked_ = false;  ///< what may be called alone, on this connection and of the map of now
    std::optional<std::int64_t> awaySince_;  ///< not online since; none: online, or not looked yet
    std::string lastComplaint_;
};

}  // namespace luot::counterclient
