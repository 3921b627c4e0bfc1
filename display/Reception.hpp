#pragma once

#include <memory>

#include "display/CallBoard.hpp"
#include "display/Connection.hpp"
#include "net/LinkThread.hpp"
#include "protocol/FeedClient.hpp"

namespace luot::display {

/// The display's side of the stream: keeps the hall's picture and the board of calls up to date and tells the
/// server what was shown. Main thread only.
class Reception {
public:
    /// `silence` is the idle time of the link, in ms.
    Reception(net::Link& link, protocol::FeedClient feed, Connection connection);

    /// Takes everything that has come.
    void receive(Ticks now);
    /// Tells the server of the calls that have come on the screen. Call it after painting.
    void acknowledge();

    CallBoard& board() { return board_; }
    const CallBoard& board() const { return board_; }
    const Connection& connection() const { return connection_; }
    /// Null before the first snapshot is whole.
    const protocol::Hall* hall() const { return feed_.ready() ? &feed_.view().hall() : nullptr; }
    /// How many times as fast as ours the centre's clock runs.
    double clockSpeed() const;
    /// The centre's time; this machine's own before the server has said it.
    base::Instant centreTime(Ticks now) const;

private:
    void take(const net::LinkEvent& event, Ticks now);
    void takeNews(const protocol::FeedNews& news, Ticks now);
    void takeEvent(const protocol::EventFrame& event, Ticks now);
    void showRecent(Ticks now);
    Call callOf(const protocol::Ticket& ticket, Ticks now) const;

    net::Link& link_;
    protocol::FeedClient feed_;
    Connection connection_;
    CallBoard board_;
    bool welcomed_ = false;
};

}  // namespace luot::display
