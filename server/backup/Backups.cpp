#include "server/backup/Backups.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "base/Log.hpp"
#include "server/backup/Copying.hpp"

namespace luot::server::backup {

namespace {

/// After a failure: somebody may have put the stick back.
constexpr base::Minutes retryAfter{1};

}  // namespace

Backups::Backups(Parts parts)
    : parts_(std::move(parts)), timer_(parts_.executor), last_(newestCopy(filesIn(parts_.to))) {}

base::Milliseconds Backups::untilDue() const {
    if (dayEnded_) return {};
    if (!failure_.empty()) return std::min<base::Milliseconds>(retryAfter, parts_.rules.every);
    if (!last_) return {};
    // A clock that was set back must not put the next copy off for days.
    const auto since = std::max(base::Milliseconds{}, parts_.clock.now() - *last_);
    return std::max(base::Milliseconds{}, parts_.rules.every - since);
}

boost::asio::awaitable<void> Backups::run() {
    while (!stopping_) {
        timer_.expires_after(parts_.clock.realTime(untilDue()));
        auto ignoreCancel = boost::asio::as_tuple(boost::asio::use_awaitable);
        auto [error] = co_await timer_.async_wait(ignoreCancel);
        if (!error) co_await copy();
    }
}

boost::asio::awaitable<void> Backups::copy() {
    dayEnded_ = false;
    const auto now = parts_.clock.now();
    auto make = [data = parts_.data, to = parts_.to, now, rules = parts_.rules] {
        return makeCopy(data, to, now, rules);
    };
    auto made = co_await thread_.run(std::move(make));
    if (stopping_) co_return;
    if (made) {
        last_ = now;
        failure_.clear();
        parts_.record(queue::Command(queue::RecordBackup{std::move(*made)}));
    } else if (failure_ != made.error().what) {
        failure_ = made.error().what;
        base::logError("no backup was made: {}", failure_);
        parts_.record(queue::Command(queue::RecordBackupFailure{{failure_}}));
    }
}

void Backups::dayEnded() {
    dayEnded_ = true;
    timer_.cancel();
}

void Backups::stop() {
    stopping_ = true;
    timer_.cancel();
}

}  // namespace luot::server::backup
