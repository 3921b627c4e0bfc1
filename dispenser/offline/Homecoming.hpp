#pragma once

#include <optional>
#include <string>

#include "dispenser/offline/KioskAlone.hpp"
#include "protocol/FeedClient.hpp"

namespace luot::dispenser::offline {

/// What the kiosk says to the server when it is there again: first all tickets that it gave alone, then the
/// question for a newer series. One question at a time; without I/O.
class Homecoming {
public:
    /// Unanswered for so long, the connection is to be made anew; milliseconds. Nobody waits at the kiosk for
    /// it, and a server whose disk takes five seconds a sync answers within two or three of them.
    static constexpr std::int64_t answerWithin = 20000;

    /// All must outlive it. `boot` is the machine's present run.
    Homecoming(KioskAlone& alone, protocol::FeedClient& feed, std::string boot)
        : alone_(alone), feed_(feed), boot_(std::move(boot)) {}

    void linkUp();
    void linkLost();
    /// The server's day is another, or its rules.
    void dayChanged() { asks_ = true; }
    /// What is to be sent now; none: nothing. `now` is monotonic, milliseconds.
    std::optional<std::string> nextFrame(std::int64_t now);
    /// True: the reply was to the frame.
    bool take(const protocol::Reply& reply, std::int64_t now);
    bool overdue(std::int64_t now) const { return !question_.empty() && now - sentAt_ >= answerWithin; }
    /// The digit belongs to another disk: the kiosk needs a new token, or its old disk.
    bool digitIsTaken() const { return digitIsTaken_; }
    /// The hours that came with the last series, once.
    std::optional<protocol::OfflineHours> takeHours() { return std::exchange(hours_, std::nullopt); }

private:
    void merged(std::int64_t now);
    void answered(const protocol::Reply& reply);
    void refused(const protocol::Problem& problem, std::int64_t now);

    KioskAlone& alone_;
    protocol::FeedClient& feed_;
    std::string boot_;
    std::string question_;  ///< id of the command that waits for its answer; empty: none
    bool merging_ = false;  ///< that command is merge_offline
    bool asks_ = false;     ///< for a series, when nothing is pending
    std::int64_t sentAt_ = 0;
    std::int64_t notBefore_ = 0;  ///< after a refusal
    std::string lastComplaint_;
    bool digitIsTaken_ = false;
    std::optional<protocol::OfflineHours> hours_;
};

}  // namespace luot::dispenser::offline
