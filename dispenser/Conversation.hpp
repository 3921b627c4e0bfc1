#pragma once

#include <deque>
#include <optional>
#include <string>

#include "dispenser/kiosk/Kiosk.hpp"
#include "net/LinkThread.hpp"
#include "protocol/FeedClient.hpp"

namespace luot::dispenser {

/// Carries the kiosk's wishes to the server and its answers back. What was not answered before the link broke
/// is asked again under the same id, so that one press never makes two tickets.
class Conversation {
public:
    /// Unanswered for so long, the link is dropped and the question asked on a new one; milliseconds.
    static constexpr std::int64_t answerWithin = 3000;
    /// Print outcomes that wait for a server that is away; beyond it the oldest is let go.
    static constexpr std::size_t mostReports = 64;

    /// All three must outlive it; the kiosk reads the client's view.
    Conversation(net::Link& link, protocol::FeedClient& feed, kiosk::Kiosk& kiosk)
        : link_(link), feed_(feed), kiosk_(kiosk) {}

    /// Takes all that has come and sees to what is overdue. `local` is monotonic, milliseconds.
    void advance(std::int64_t local);
    void ask(const kiosk::AskNumber& wish, std::int64_t local);
    void report(const kiosk::ReportPrint& wish, std::int64_t local);
    bool online() const { return online_; }

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
    void takeReply(const protocol::Reply& reply, std::int64_t local);
    void takeNumber(const protocol::Reply& reply, std::int64_t local);
    void takeLateNumber(const protocol::Reply& reply, std::int64_t local);
    void lost(std::int64_t local);
    void send(Question& question, std::int64_t local);
    void sendWaiting(std::int64_t local);
    bool overdue(const Question& question, std::int64_t local) const;
    void watchDeadlines(std::int64_t local);

    net::Link& link_;
    protocol::FeedClient& feed_;
    kiosk::Kiosk& kiosk_;
    std::optional<Question> number_;
    std::string givenUp_;  ///< id of the last number that was not waited for any longer
    std::deque<Question> reports_;
    bool greeted_ = false;
    bool online_ = false;
    std::string lastComplaint_;
};

}  // namespace luot::dispenser
