#pragma once

#include <functional>
#include <memory>

#include "net/wire/Outbox.hpp"
#include "net/wire/WebSocketStream.hpp"

namespace luot::net::wire {

/// Writes the frames of an outbox one after the other, then the close if one was asked for. Callbacks instead
/// of a coroutine: a delivery costs no wake-up and an idle connection no frame.
class FrameWriter : public std::enable_shared_from_this<FrameWriter> {
public:
    FrameWriter(std::shared_ptr<WebSocketStream> stream, std::size_t maxBytes);

    Outbox::Offer offer(Frame frame);
    Outbox::Offer offerUncounted(Frame frame);
    /// Sends what is queued, then closes; later calls change nothing.
    void closeAfterRest(CloseCode code);
    /// Sends nothing but the frame under way, then closes.
    void closeSoon(CloseCode code);
    /// Sends nothing more; for a connection that is gone.
    void abandon();
    bool closing() const { return outbox_.closed(); }
    /// A write or the closing handshake is under way.
    bool busy() const { return busy_; }
    /// Called once, when nothing is under way any more.
    void whenIdle(std::function<void()> then);

private:
    void next();
    void finished(bool ok);

    std::shared_ptr<WebSocketStream> stream_;
    Outbox outbox_;
    CloseCode closeCode_ = CloseCode::normal;
    bool busy_ = false;
    bool closeSent_ = false;
    std::function<void()> whenIdle_;
};

}  // namespace luot::net::wire
