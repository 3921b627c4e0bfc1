#pragma once

#include <functional>
#include <optional>
#include <string>

#include "protocol/FeedClient.hpp"
#include "simulator/check/FeedCheck.hpp"
#include "simulator/check/Tally.hpp"
#include "simulator/line/Pace.hpp"

namespace luot::simulator::course {

/// The hall as the run sees it through one line's feed: its picture, its time, what is checked and counted.
class Floor {
public:
    using TicketNews = std::function<void(const protocol::EventFrame&, const protocol::Ticket&)>;

    /// `speed` counts only where the server's clock is not simulated; then the played day begins at
    /// `dayBegins`.
    Floor(std::string token, double speed, base::TimeOfDay dayBegins);

    /// Greets with what has been seen; good for every line, so that none gets a snapshot that another has
    /// read.
    std::string hello() const { return feed_.hello(); }
    /// False: the frame makes no sense, connect anew.
    bool take(const std::string& frame);
    void onNews(std::function<void()> told) { news_ = std::move(told); }
    void onTicket(TicketNews told) { ticketNews_ = std::move(told); }

    bool ready() const { return feed_.ready(); }
    const protocol::HallView& view() const { return feed_.view(); }
    const protocol::Hall& hall() const { return feed_.view().hall(); }
    bool dayClosed() const { return dayClosed_; }
    /// When numbers are given again, in the played day's time; none: now, or not known.
    std::optional<base::Instant> opensAt() const;
    const line::Pace& pace() const { return pace_; }
    base::Instant now() const { return pace_.at(line::Steady::now()); }
    line::Steady::time_point when(base::Instant instant) const {
        return pace_.when(instant, line::Steady::now());
    }

    check::FeedCheck check;
    check::Tally tally;

private:
    void take(const protocol::EventFrame& event);
    void setPace(line::Steady::time_point now);

    protocol::FeedClient feed_;
    double speed_;
    base::TimeOfDay dayBegins_;
    line::Pace pace_;
    bool ownPace_ = false;  ///< set once, by `speed`
    bool dayClosed_ = false;
    std::function<void()> news_;
    TicketNews ticketNews_;
};

}  // namespace luot::simulator::course
