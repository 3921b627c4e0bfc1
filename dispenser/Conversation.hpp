#pragma once

#include <deque>
#include <optional>
#include <string>

#include "dispenser/PapersUnderWay.hpp"
#include "dispenser/kiosk/Kiosk.hpp"
#include "dispenser/offline/Standby.hpp"
#include "net/LinkThread.hpp"
#include "protocol/FeedClient.hpp"

namespace luot::dispenser {

/// Carries the kiosk's wishes to the server and its answers back. What was not answered before the link broke
/// is asked again under the same id, so that one press never makes two tickets.
class Conversation {
public:
    /// Unanswered for so long, the link is dropped and the question asked on a new one; milliseconds.
    static constexpr std::int64_t answerWithin = 6000;
    /// The same for what nobody at the kiosk waits for.
    static constexpr std::int64_t reportWithin = offline::Homecoming::answerWithin;
    /// Print outcomes that wait for a server that is away; beyond it the oldest is let go.
    static constexpr std::size_t mostReports = 64;
    /// Tickets that this kiosk remembers to have given, for a second paper.
    static constexpr std::size_t mostGiven = 2000;
    /// A second paper that was asked for longer ago than this is not printed: nobody stands here any more.
    static constexpr base::Seconds reprintWithin{60};

    /// A press is answered by the kiosk's own number when the server is not there by then, or, if it was
    /// asked and may have made one, does not say so by then; milliseconds.
    static constexpr std::int64_t aloneAfter = 500;
    static constexpr std::int64_t aloneUnanswered = 2500;
    /// A server that is away for so long is not waited for at a press; milliseconds.
    static constexpr std::int64_t awayFor = 1500;

    /// All must outlive it; the kiosk reads the client's view. Without a standby there are no numbers without
    /// the server.
    Conversation(net::Link& link, protocol::FeedClient& feed, kiosk::Kiosk& kiosk,
                 offline::Standby* standby = nullptr)
        : link_(link), feed_(feed), kiosk_(kiosk), standby_(standby) {}

    /// Takes all that has come and sees to what is overdue. `local` is monotonic, milliseconds.
    void advance(std::int64_t local);
    void ask(const kiosk::AskNumber& wish, std::int64_t local);
    /// A paper is begun: whatever befalls this kiosk now, the server will hear of it.
    void printing(const std::string& ticket) { papers_->begun(ticket); }
    void report(const kiosk::ReportPrint& wish, std::int64_t local);
    /// Notes papers there from now on, and reports those that were begun before this kiosk was started anew.
    /// They must outlive it.
    void takeUp(PapersUnderWay& papers, std::int64_t local);
    void report(const kiosk::ReportPrinter& wish, std::int64_t local);
    bool online() const { return online_; }

private:
    struct Question {
        std::string id;
        std::string frame;
        std::int64_t askedAt = 0;
        std::int64_t sentAt = 0;
        bool sentHere = false;    ///< over the link as it is now
        bool everSent = false;    ///< the server may have done it
        std::string ticket = {};  ///< of a print outcome
    };

    void take(const net::LinkUp& up, std::int64_t local);
    void take(const net::LinkFrame& frame, std::int64_t local);
    void take(const net::LinkDown& down, std::int64_t local);
    void takeReply(const protocol::Reply& reply, std::int64_t local);
    void takeNumber(const protocol::Reply& reply, std::int64_t local);
    void takeLateNumber(const protocol::Reply& reply, std::int64_t local);
    void takeEvent(const protocol::EventFrame& event, std::int64_t local);
    void takeReprint(const protocol::EventFrame& event, std::int64_t local);
    bool isMine(const protocol::EventFrame& event, const std::string& ticket) const;
    void add(Question question, std::int64_t local);
    void tellPrinter(std::int64_t local);
    void lost(std::int64_t local);
    void send(Question& question, std::int64_t local);
    void sendWaiting(std::int64_t local);
    static bool overdue(const Question& question, std::int64_t within, std::int64_t local);
    void standBy(std::int64_t local);
    bool mustGoAlone(std::int64_t local) const;
    void goAlone(std::optional<std::string> insteadOf, std::int64_t local);
    void watchDeadlines(std::int64_t local);

    net::Link& link_;
    protocol::FeedClient& feed_;
    kiosk::Kiosk& kiosk_;
    offline::Standby* standby_;
    PapersUnderWay untilItEnds_;
    PapersUnderWay* papers_ = &untilItEnds_;
    std::optional<std::int64_t> awaySince_;  ///< not online since; none: not looked yet
    std::optional<kiosk::AskNumber> wish_;   ///< what number_ asks for
    std::optional<Question> number_;
    std::string givenUp_;  ///< id of the last number that was not waited for any longer
    std::deque<Question> reports_;
    std::optional<kiosk::ReportPrinter> printer_;  ///< as it is; none: nothing is known yet
    std::string printerReport_;                    ///< id of the newest report of it
    std::string name_;                             ///< of this kiosk, as the server calls it
    std::deque<std::string> given_;                ///< ids of tickets, oldest first
    bool greeted_ = false;
    bool online_ = false;
    std::string lastComplaint_;
};

}  // namespace luot::dispenser
