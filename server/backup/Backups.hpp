#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <optional>
#include <string>

#include "base/Clock.hpp"
#include "queue/Command.hpp"
#include "server/backup/BackupRules.hpp"
#include "server/store/DatabaseThread.hpp"

namespace luot::server::backup {

/// Copies the journal every so often and after each day, on a thread of its own: a slow stick holds nobody
/// up. Each copy, and the first of failures that are alike, is recorded.
class Backups {
public:
    struct Parts {
        boost::asio::any_io_executor executor;
        const base::Clock& clock;
        std::string data;
        std::string to;
        BackupRules rules;
        std::function<void(queue::Command)> record;
    };
    explicit Backups(Parts parts);

    boost::asio::awaitable<void> run();
    /// A copy of the whole day is due.
    void dayEnded();
    void stop();
    /// Waits for a copy under way.
    void join() { thread_.join(); }
    /// When the last copy was made; none: never, or it cannot be seen.
    std::optional<base::Instant> last() const { return last_; }

private:
    base::Milliseconds untilDue() const;
    boost::asio::awaitable<void> copy();

    Parts parts_;
    store::DatabaseThread thread_{parts_.executor};
    boost::asio::steady_timer timer_;
    std::optional<base::Instant> last_;
    std::string failure_;  ///< of the last try; empty: it succeeded
    bool dayEnded_ = false;
    bool stopping_ = false;
};

}  // namespace luot::server::backup
