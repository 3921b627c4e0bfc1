#include <fmt/format.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <cstdio>

#include "base/Log.hpp"
#include "queue/outlook/Alerts.hpp"
#include "server/run/App.hpp"

/// The course of the server's life: rules, ready line, time, signals, end.
namespace luot::server::run {

namespace {

/// The clock is looked at at least so often in real time: a machine may have slept or its clock been set.
constexpr std::chrono::seconds longestSleep{30};
/// A wall clock that differs by more from what the monotonic one says was set by somebody; less is slewing.
constexpr base::Milliseconds leastClockJump{5000};

std::string hostOf(const std::string& listen) {
    const auto host = listen.substr(0, listen.rfind(':'));
    return host == "0.0.0.0" || host == "[::]" ? "127.0.0.1" : host;
}

}  // namespace

base::Result<> App::run() {
    auto listener = net::Listener::open(io_.get_executor(), settings_.listen, *this, settings_.limits);
    if (!listener) return tl::unexpected(listener.error());
    listener_ = std::move(*listener);
    const auto url = fmt::format("http://{}:{}", hostOf(settings_.listen), listener_->port());
    answerParts_.publicUrl = settings_.publicUrl.empty() ? url : settings_.publicUrl;
    spawn("the command pump", pump_.run());
    spawn("the server", serve());
    io_.run();
    database_.join();
    return result_;
}

boost::asio::awaitable<void> App::serve() {
    result_ = co_await takeRules();
    if (result_) {
        co_await announceTokens();
        auto open = queue::Command(queue::TimePassed{});
        record(std::move(open));
        spawn("the time keeper", keepTime());
        listener_->start();
        std::printf("listening http://%s:%u\n", hostOf(settings_.listen).c_str(), listener_->port());
        std::fflush(stdout);
        co_await untilTold();
    }
    co_await shutDown();
}

boost::asio::awaitable<base::Result<>> App::takeRules() {
    if (!parts_.rules) co_return base::Result<>{};
    sayFromWhen(*parts_.rules);
    hall::Submission submission;
    submission.command = std::move(*parts_.rules);
    auto outcome = co_await pump_.submit(std::move(submission));
    if (outcome.problem) co_return base::fail(base::Fault::invalidInput, outcome.problem->detail);
    co_return base::Result<>{};
}

void App::sayFromWhen(const queue::ChangeSettings& change) const {
    const auto& hall = pump_.standing().hall;
    if (!change.from || *change.from <= hall.dateAt(pump_.now())) return;
    const auto day = base::formatDate(*change.from);
    if (hall.rules.services.empty())
        base::logWarn("the centre's file is dated {}; this folder has no rules yet, so they hold at once",
                      day);
    else
        base::logInfo("the centre's file holds from {}; until then the rules stay as they are", day);
}

boost::asio::awaitable<void> App::announceTokens() {
    auto take = [&journal = *parts_.journal]()
        -> base::Result<std::pair<std::vector<journal::Token>, std::vector<journal::Token>>> {
        auto fresh = journal.takeUnannouncedTokens();
        if (!fresh) return tl::unexpected(fresh.error());
        auto all = journal.tokens();
        if (!all) return tl::unexpected(all.error());
        return std::make_pair(std::move(*fresh), std::move(*all));
    };
    auto tokens = co_await database_.run(io_.get_executor(), std::move(take));
    if (!tokens) {
        base::logError("the tokens cannot be read: {}", tokens.error().what);
        co_return;
    }
    gate_.replaceTokens(tokens->second);
    for (const auto& token : tokens->first) {
        auto command = queue::Command(queue::RecordToken{token.role, token.name});
        record(std::move(command));
    }
}

boost::asio::awaitable<void> App::keepTime() {
    while (listener_) {
        watchClock();
        const auto now = pump_.now();
        const auto& hall = pump_.standing().hall;
        conversation_.noticeTime();
        std::chrono::nanoseconds sleep = longestSleep;
        for (const auto& next : {queue::nextWakeUp(hall, now), queue::nextAlert(hall, now)})
            if (next)
                sleep = std::min(sleep, parts_.clock->realTime(*next - now) + std::chrono::milliseconds(1));
        wakeUp_.expires_after(sleep);
        auto ignoreCancel = boost::asio::as_tuple(boost::asio::use_awaitable);
        auto [error] = co_await wakeUp_.async_wait(ignoreCancel);
        if (error || !pump_.writable()) continue;
        hall::Submission submission;
        submission.command = queue::TimePassed{};
        co_await pump_.submit(std::move(submission));
    }
}

void App::watchClock() {
    const auto wall = base::SystemClock().now();
    const auto steady = std::chrono::steady_clock::now();
    const bool first = wallBefore_ == base::Instant{};
    const auto passed = std::chrono::duration_cast<base::Milliseconds>(steady - steadyBefore_);
    const auto jump = wall - wallBefore_ - passed;
    wallBefore_ = wall;
    steadyBefore_ = steady;
    if (first || settings_.startTime || std::chrono::abs(jump) < leastClockJump) return;
    base::logWarn("the clock was set by {} s", jump.count() / 1000);
    record(queue::Command(queue::RecordClockJump{jump}));
}

boost::asio::awaitable<void> App::untilTold() {
    for (;;) {
        auto tuple = boost::asio::as_tuple(boost::asio::use_awaitable);
        auto [error, signal] = co_await signals_.async_wait(tuple);
        if (error || signal != SIGHUP) co_return;
        co_await announceTokens();
    }
}

/// Nothing new is taken, what has been taken is answered, everybody is told, and only then the journal is let
/// go.
boost::asio::awaitable<void> App::shutDown() {
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    pump_.stop();
    co_await listener_->stop();
    listener_.reset();
    wakeUp_.cancel();
    look_.cancel();
    signals_.cancel();
}

}  // namespace luot::server::run
