#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "base/Result.hpp"

/// The client's end of a stream: a connection that comes back by itself, on a thread of its own, for programs
/// whose main thread belongs to SDL.
namespace luot::net {

struct LinkUp {};  ///< connected; the program now sends its greeting
struct LinkFrame {
    std::string text;
};
struct LinkDown {
    std::string why;
};  ///< lost or refused; it is being tried again
using LinkEvent = std::variant<LinkUp, LinkFrame, LinkDown>;

struct LinkSettings {
    std::string url;  ///< "http://127.0.0.1:8080": host and port of the server
    std::string path = "/api/v1/stream";
    std::string token;  ///< for the Authorization header
    std::chrono::milliseconds firstRetry{200};
    std::chrono::milliseconds longestRetry{3000};
    std::chrono::seconds connectWithin{3};
    std::chrono::seconds idle{4};  ///< without a sign of life; for the handshake and the first word twice that
    std::size_t queuedEvents = 4096;  ///< beyond it the connection is dropped and comes back with a snapshot
    std::size_t queuedFrames = 256;
};

/// Port of a link as a program's main thread sees it; tests have a scripted one.
class Link {
public:
    virtual ~Link() = default;
    /// The next event, oldest first; none when there is none now. Never waits.
    virtual std::optional<LinkEvent> poll() = 0;
    /// False when not connected or the queue is full: nothing was sent.
    virtual bool send(std::string frame) = 0;
    /// Drops the connection; it comes back by itself.
    virtual void reconnect() = 0;
};

/// invalidInput when the url is none. `wake` is called on the network thread whenever poll() has something
/// new; it must not block (SDL programs push a user event).
base::Result<std::unique_ptr<Link>> startLink(LinkSettings settings, std::function<void()> wake);

}  // namespace luot::net
