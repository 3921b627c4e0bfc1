#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/HallView.hpp"

namespace luot::protocol {

/// What a client learns from a frame.
struct FeedNews {
    bool welcomed = false;            ///< greeted: the clock is known
    bool refreshed = false;           ///< a whole snapshot has come: draw all anew
    std::optional<EventFrame> event;  ///< one event, applied already
    std::optional<Reply> reply;
    bool statusChanged = false;
    bool mustReconnect = false;  ///< a gap or a frame that makes no sense
};

/// The client's side of the stream without any I/O: greets with what it has seen, keeps the hall's picture,
/// numbers its commands. It knows the server's time as an offset.
class FeedClient {
public:
    FeedClient(std::string role, std::string token);

    /// The frame to send when the link is up.
    std::string hello() const;
    /// Takes a frame of the server. `localNow` is the program's monotonic time at its arrival, in
    /// milliseconds.
    FeedNews receive(std::string_view frame, std::int64_t localNow);
    /// A command frame with an id of its own, which `id` gets if it is not null.
    std::string command(std::string_view name, base::json::Object args, std::string* id = nullptr);
    std::string shown(std::int64_t seq, bool screen, bool spoken) const;

    /// The hall as it was known when the program ran last, and the centre's time now. The server's own
    /// picture is asked for all the same.
    void recall(const Hall& hall, base::Instant now, std::int64_t localNow);
    /// What happened here without the server: shown as if the server had told it, until it tells its own.
    void pretend(EventFrame event);
    void pretend(const Status& status) { view_.apply(status); }

    const HallView& view() const { return view_; }
    bool ready() const { return view_.complete(); }
    /// The picture is the server's, and not one that was recalled or pretended.
    bool trusted() const { return view_.complete() && !distrusted_; }
    /// The centre's time at that local monotonic time; runs with the server's clock speed.
    base::Instant serverTime(std::int64_t localNow) const;

private:
    void take(Welcome welcome, std::int64_t localNow, FeedNews& news);
    void take(Snapshot part, std::int64_t localNow, FeedNews& news);
    void take(EventFrame event, std::int64_t localNow, FeedNews& news);
    void take(Reply reply, std::int64_t localNow, FeedNews& news);
    void take(Status status, std::int64_t localNow, FeedNews& news);

    std::string role_;
    std::string token_;
    HallView view_;
    bool distrusted_ = false;  ///< a frame made no sense: the next greeting asks for a snapshot
    base::Instant welcomeNow_{};
    std::int64_t welcomeLocal_ = 0;
    double clockSpeed_ = 1;
};

}  // namespace luot::protocol
