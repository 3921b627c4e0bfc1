#pragma once

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/Clock.hpp"
#include "protocol/Messages.hpp"
#include "server/hall/Answers.hpp"
#include "server/hall/Halls.hpp"
#include "server/store/DatabaseThread.hpp"

namespace luot::server::hall {

/// What became of a command: a body to answer with, or a problem.
struct Outcome {
    int status = 200;
    std::shared_ptr<const std::string> body;  ///< JSON; null when there is none (204)
    std::optional<protocol::Problem> problem;
};

/// What the commands of a caller leave in the journal.
struct Origin {
    std::string actor = "server";
    std::string device = "server";
    std::string token;    ///< id of the token; with `key` the idempotency key
    std::string key;      ///< empty: none
    std::string request;  ///< hash of what was asked
};

/// What a command's answer is made from: what was asked, the hall right after it, and its events.
using Describe = std::function<Outcome(const queue::Command& asked, const Standing& after,
                                       const std::vector<queue::Event>& events, base::Instant now)>;
using Authorize = std::function<std::optional<protocol::Problem>(const queue::Command&, const queue::Hall&)>;

struct Submission {
    Origin origin;
    queue::Command command;
    Authorize authorize;  ///< empty: always allowed
    Describe describe;    ///< empty: 200 without body
};

/// One durable fact on its way out.
struct Published {
    std::int64_t seq = 0;
    base::Instant at{};
    const queue::Event& event;
    std::string_view name;
    const std::string& data;  ///< JSON
};

/// What the pump tells after each commit; implemented by the App.
class Audience {
public:
    virtual ~Audience() = default;
    virtual void published(const Published& fact) = 0;
    virtual void batchDone() = 0;
    virtual void writableChanged(bool writable) = 0;
};

struct StorageFailure {
    base::Instant since{};
    std::string what;
};

/// Turns failures of rules and storage into problems.
struct Refusals {
    std::function<protocol::Problem(const queue::Refusal&)> refused;
    std::function<protocol::Problem(int status, std::string_view code)> problem;
};

/// The only writer of the state and of the journal: takes all commands that wait as one batch, decides each
/// in turn, commits their events together, then answers and publishes in order. Lives on the network thread.
class CommandPump {
public:
    struct Parts {
        boost::asio::any_io_executor executor;
        store::DatabaseThread& database;
        journal::Journal& journal;
        const base::Clock& clock;
        Audience& audience;
        Refusals refusals;
    };
    CommandPump(Parts parts, Standing standing, Answers answers);

    /// The state of the last commit: what queries and snapshots read.
    const Standing& standing() const { return published_; }
    bool writable() const { return writable_; }
    std::size_t pending() const { return waiting_.size(); }
    std::uint64_t commits() const { return commits_; }
    std::uint64_t failures() const { return failures_; }
    /// Since when the journal could not be written, the last time that it could not; none: never.
    const std::optional<StorageFailure>& lastFailure() const { return lastFailure_; }
    std::uint64_t refusals() const { return refusals_; }
    /// The centre's time, which never runs back within the day.
    base::Instant now() const;

    /// Queues the command and waits for what becomes of it.
    boost::asio::awaitable<Outcome> submit(Submission submission);

    /// Takes batches until stop() has been called and all that waited is answered.
    boost::asio::awaitable<void> run();
    void stop();

private:
    struct Waiting {
        Submission submission;
        boost::asio::any_completion_handler<void(Outcome)> answer;
    };
    /// A command of the batch that is being made, with what it will be answered once all is on disk.
    struct Decided {
        Waiting waiting;
        Outcome outcome;
        bool durable = false;  ///< the outcome holds only if the commit succeeds
    };
    struct Batch {
        journal::Batch rows;
        std::vector<queue::Event> events;
        std::vector<Decided> commands;
    };

    Batch takeBatch();
    Outcome decideOne(const Submission& submission, Batch& batch, bool& durable);
    void carryOut(const std::vector<queue::Event>& events, const Origin& origin, base::Instant now,
                  Batch& batch);
    /// The command with what it takes back looked up; none: it takes nothing back.
    std::optional<queue::Command> withoutUnanswered(const Submission& submission, base::Instant now,
                                                    Batch& batch);
    void keepAnswer(const Origin& origin, const Outcome& outcome, base::Instant now, Batch& batch);
    boost::asio::awaitable<void> write(Batch batch);
    void tellCommitted();
    void publish(const Batch& batch);
    void giveUp(Batch& batch, const base::Error& error);
    boost::asio::awaitable<void> recover();
    void publishRow(const journal::Row& row);
    void setWritable(bool writable);
    static void answer(std::vector<Decided>& commands);

    Parts parts_;
    Standing working_;
    Standing published_;
    Answers answers_;
    std::deque<Waiting> waiting_;
    std::optional<Batch> committed_;  ///< on disk, and not yet told
    boost::asio::steady_timer wake_;
    base::Instant lastAt_{};
    bool writable_ = true;
    bool stopping_ = false;
    std::uint64_t commits_ = 0;
    std::uint64_t failures_ = 0;
    std::optional<StorageFailure> lastFailure_;
    std::uint64_t refusals_ = 0;
};

}  // namespace luot::server::hall
