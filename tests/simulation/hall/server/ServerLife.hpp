#pragma once

#include <boost/asio/io_context.hpp>
#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>

#include "base/Signature.hpp"
#include "net/Application.hpp"
#include "server/stream/Conversation.hpp"
#include "tests/simulation/hall/disk/Disk.hpp"
#include "tests/simulation/hall/disk/MemoryJournal.hpp"
#include "tests/simulation/hall/time/Timeline.hpp"

namespace luot::simulation {

/// The server from its start to its end, put together as server/run/App does, without listener, pages and
/// signals: pump, feed, gate and conversation are the real ones. It does something only in poll(). To destroy
/// it is to pull the plug: whatever it was at is never finished.
class ServerLife final : private server::hall::Audience {
public:
    struct Parts {
        std::unique_ptr<MemoryJournal> journal;
        const base::Clock& clock;
        const server::api::Problems& problems;
        std::function<void()> diskAsked;
    };
    /// Reads back what the journal has. Throws what it cannot read: a bug.
    explicit ServerLife(Parts parts);
    ~ServerLife() override;

    /// Takes the rules and then whoever comes.
    void start(queue::ChangeSettings rules);
    /// Does all that can be done without the disk, other people or the time.
    void poll();
    /// What time brings: to be called at nextTick() and when somebody set the clock.
    void tick();
    Instant nextTick() const { return nextTick_; }
    Instant now() const { return pump_.now(); }
    void record(queue::Command command);

    bool listening() const { return listening_; }
    Disk& disk() { return disk_; }
    const server::hall::Standing& standing() const { return pump_.standing(); }
    bool writable() const { return pump_.writable(); }
    /// The hall as a snapshot would tell it now.
    protocol::Hall wire() const;
    std::uint64_t commits() const { return pump_.commits(); }
    std::uint64_t failures() const { return pump_.failures(); }

    void received(const std::shared_ptr<net::Peer>& peer, std::string frame);
    void closed(const std::shared_ptr<net::Peer>& peer);

private:
    struct Session {
        std::deque<std::string> inbox;
        bool busy = false;
        bool closed = false;
    };

    void published(const server::hall::Published& fact) override;
    void batchDone() override {}
    void writableChanged(bool writable) override;

    boost::asio::awaitable<void> serve(queue::ChangeSettings rules);
    boost::asio::awaitable<void> converse(std::shared_ptr<net::Peer> peer, std::shared_ptr<Session> session);
    boost::asio::awaitable<void> letTimePass();
    void noticeTime();
    void spawn(boost::asio::awaitable<void> task);
    server::api::Surroundings surroundings(Instant now) const;

    Parts parts_;
    boost::asio::io_context home_{1};
    Disk disk_;
    server::store::DatabaseThread database_;
    base::Signature seal_{"offline series"};
    server::api::AnswerParts answers_;
    server::hall::CommandPump pump_;
    server::stream::Feed feed_;
    server::api::Gate gate_;
    server::stream::Conversation conversation_;
    std::unordered_map<net::Peer*, std::shared_ptr<Session>> sessions_;
    bool listening_ = false;
    bool lookAtTime_ = false;
    Instant nextTick_{};
};

}  // namespace luot::simulation
