#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <optional>
#include <unordered_map>

#include "base/Signature.hpp"
#include "base/Wording.hpp"
#include "base/program/Supervisor.hpp"
#include "net/Listener.hpp"
#include "server/api/HttpApi.hpp"
#include "server/backup/Backups.hpp"
#include "server/pages/Followers.hpp"
#include "server/report/FaultList.hpp"
#include "server/run/Devices.hpp"
#include "server/run/HallClock.hpp"
#include "server/run/ServerSettings.hpp"
#include "server/stream/Conversation.hpp"

namespace luot::server::run {

/// The running server. One network thread (the one that calls run()) has all state; the database thread has
/// the journal.
class App final : private net::Application, private hall::Audience {
public:
    /// What has been read and opened before anything runs.
    struct Opened {
        std::unique_ptr<journal::Journal> journal;
        std::unique_ptr<base::Clock> clock;
        hall::Standing standing;
        std::optional<base::Instant> downSince;  ///< the last fact, if the server before was cut off
        std::vector<journal::Answer> answers;
        std::vector<journal::Row> newestRows;   ///< the feed's, for those who come back after a restart
        std::vector<std::string> ticketsToday;  ///< ids, for their pages
        base::Wording wording;
        /// The centre's file, if one was given, with the day from which it holds.
        std::optional<queue::ChangeSettings> rules;
        std::vector<report::Fault> faults;  ///< that are not cured
    };
    App(ServerSettings settings, Opened opened);
    ~App() override;

    /// Listens, prints the ready line and serves until SIGTERM or SIGINT.
    base::Result<> run();

private:
    boost::asio::awaitable<net::HttpResponse> answer(net::HttpRequest request) override;
    bool streamsAt(const std::string& path) const override;
    void opened(std::shared_ptr<net::Peer> peer) override;
    boost::asio::awaitable<void> received(std::shared_ptr<net::Peer> peer, std::string frame) override;
    void closed(std::shared_ptr<net::Peer> peer) override;

    void published(const hall::Published& fact) override;
    void batchDone() override;
    void writableChanged(bool writable) override;

    boost::asio::awaitable<void> serve();
    boost::asio::awaitable<base::Result<>> takeRules();
    /// Says so when the rules of the file do not hold from today.
    void sayFromWhen(const queue::ChangeSettings& change) const;
    boost::asio::awaitable<void> keepTime();
    /// Has it recorded when the wall clock was set; it is followed when nobody waits.
    void watchClock();
    /// Tells clients soon what the last events changed beside themselves: alerts, expected waits.
    void lookSoon();
    boost::asio::awaitable<void> announceTokens();
    boost::asio::awaitable<void> announceRestart();
    boost::asio::awaitable<void> tellAlive();
    void startBackups();
    boost::asio::awaitable<void> untilTold();
    boost::asio::awaitable<void> shutDown();
    void record(queue::Command command);
    /// Runs a task beside the others; a failure of it is a bug that ends the server.
    void spawn(const char* name, boost::asio::awaitable<void> task);
    std::string metrics() const;
    api::Surroundings surroundings(base::Instant now) const;

    ServerSettings settings_;
    Opened parts_;
    HallClock* hallClock_ = dynamic_cast<HallClock*>(parts_.clock.get());  ///< null: a simulated one
    bool clockWrong_ = false;  ///< a clock that was set is on record, and that it is right again is not
    boost::asio::io_context io_{1};
    store::DatabaseThread database_{io_.get_executor()};
    api::Problems problems_;
    api::AnswerParts answerParts_;
    base::Signature seal_;  ///< of the series in which kiosks number alone
    pages::TrackingIndex tracking_;
    pages::Followers followers_;
    hall::CommandPump pump_;
    stream::Feed feed_;
    api::Gate gate_;
    stream::Conversation conversation_;
    api::HttpApi http_;
    Devices devices_;
    std::unordered_map<net::Peer*, boost::asio::steady_timer> greetings_;  ///< that are waited for
    std::optional<backup::Backups> backups_;                               ///< none: no copies are wanted
    boost::asio::signal_set signals_;
    boost::asio::steady_timer wakeUp_;
    boost::asio::steady_timer look_;
    bool lookIsDue_ = false;
    base::Supervisor supervisor_;
    boost::asio::steady_timer alive_;
    std::unique_ptr<net::Listener> listener_;
    base::Result<> result_;
};

}  // namespace luot::server::run
