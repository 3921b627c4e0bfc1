#pragma once

#include <boost/asio/awaitable.hpp>
#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "net/Application.hpp"
#include "net/listen/HttpConnection.hpp"
#include "net/listen/SessionGroup.hpp"
#include "net/listen/Surroundings.hpp"
#include "net/wire/FrameWriter.hpp"
#include "net/wire/Heartbeat.hpp"
#include "net/wire/Socket.hpp"

namespace luot::net::listen {

/// Who opened a stream, and how.
struct Caller {
    std::string path;
    std::string authorization;
    std::string remote;
};

/// So much of one peer may wait for the program while it is at an earlier frame. Reading goes on meanwhile: a
/// disk may take seconds, and a peer whose pongs nobody reads would count as dead.
constexpr std::size_t pendingFrames = 32;
constexpr std::size_t pendingBytes = 128UL * 1024;

/// One stream of the server: reads frames for the application and writes what it sends. Knows frames, not
/// their meaning. A close is asked of the writer, never by cancelling the reader: that would swallow the
/// close frame.
class Session final : public Peer, public Conversation, public std::enable_shared_from_this<Session> {
public:
    Session(std::shared_ptr<wire::WebSocketStream> stream, std::shared_ptr<Surroundings> surroundings,
            Caller caller);

    /// Until reader and writer have ended.
    boost::asio::awaitable<void> run(wire::Executor executor);

    bool send(Frame frame) override;
    bool sendSnapshotPart(Frame frame) override;
    void close(CloseCode code) override;
    const std::string& path() const override { return caller_.path; }
    const std::string& authorization() const override { return caller_.authorization; }
    const std::string& remote() const override { return caller_.remote; }
    void stop() override { close(CloseCode::goingAway); }
    void cut() override;

private:
    boost::asio::awaitable<void> readAll();
    void deliverSoon(std::string text);
    /// Hands the frames that wait to the program, one after the other.
    boost::asio::awaitable<void> deliverAll();
    boost::asio::awaitable<bool> deliver(std::string text);
    bool full() const { return pending_.size() >= pendingFrames || pendingBytes_ >= pendingBytes; }
    /// Until the program has dealt with a frame or with all.
    boost::asio::awaitable<void> whileFull();
    boost::asio::awaitable<void> whileDelivering();
    boost::asio::awaitable<void> nextDelivery();
    boost::asio::awaitable<void> joinWriter(wire::Executor executor);
    void beat();
    void armGrace();

    std::shared_ptr<wire::WebSocketStream> stream_;
    std::shared_ptr<wire::FrameWriter> writer_;
    std::shared_ptr<Surroundings> surroundings_;
    Caller caller_;
    std::deque<std::string> pending_;
    std::size_t pendingBytes_ = 0;
    bool delivering_ = false;
    bool refuses_ = false;                  ///< we close: what waits is not handed over any more
    std::optional<wire::Timer> delivered_;  ///< cancelled with each frame that the program has dealt with
    std::shared_ptr<wire::Heartbeat> heartbeat_;  ///< once the peer has spoken
    std::unique_ptr<wire::Deadline> grace_;
    std::optional<wire::Executor> executor_;  ///< while it runs
};

}  // namespace luot::net::listen
