#pragma once

#include <chrono>
#include <memory>

#include "net/wire/WebSocketStream.hpp"

namespace luot::net::wire {

/// Pings a peer at fixed times, whatever else is sent: where an answer takes seconds, each side still hears
/// from the other before it must take it for dead. The pings that Beast sends by itself wait for a silence
/// first.
class Heartbeat : public std::enable_shared_from_this<Heartbeat> {
public:
    Heartbeat(Executor executor, std::shared_ptr<WebSocketStream> stream, std::chrono::milliseconds every);

    /// Beats until stop() or until the connection ends.
    void start();
    void stop();

private:
    void beat();

    Timer timer_;
    std::shared_ptr<WebSocketStream> stream_;
    std::chrono::milliseconds every_;
};

}  // namespace luot::net::wire
