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
constexpr std::chrono::seconds longestSleep{5};

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
    if (backups_) backups_->join();
    database_.join();
    return result_;
}

boost::asio::awaitable<void> App::serve() {
    result_ = co_await takeRules();
    if (result_) {
        co_await announceTokens();
        co_await announceRestart();
        auto open = queue::Command(queue::TimePassed{});
        record(std::move(open));
        spawn("the time keeper", keepTime());
        startBackups();
        listener_->start();
        std::printf("listening http://%s:%u\n", hostOf(settings_.listen).c_str(), listener_->port());
        std::fflush(stdout);
        supervisor_.ready();
        spawn("the sign of life", tellAlive());
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
    auto tokens = co_await database_.run(std::move(take));
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

/// Whoever holds a number shall see that it was not lost.
boost::asio::awaitable<void> App::announceRestart() {
    const auto& hall = pump_.standing().hall;
    if (!parts_.downSince || !hall.open) co_return;
    hall::Submission submission;
    submission.command = queue::RecordRestart{{static_cast<int>(hall.waiting()), *parts_.downSince}};
    co_await pump_.submit(std::move(submission));
}

void App::startBackups() {
    if (settings_.backupTo.empty()) return;
    backups_.emplace(backup::Backups::Parts{io_.get_executor(), *parts_.clock, settings_.data,
                                            settings_.backupTo, settings_.backup,
                                            [this](queue::Command command) { record(std::move(command)); }});
    spawn("the backups", backups_->run());
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
    if (!hallClock_) return;
    const auto jump = hallClock_->look();
    const auto& hall = pump_.standing().hall;
    const bool noTicketToday = hall.tickets.empty() && hall.ended.empty();
    if (!hall.open || noTicketToday) hallClock_->follow();
    if (jump) {
        base::logWarn("the clock was set by {} s", jump->count() / 1000);
        record(queue::Command(queue::RecordClockJump{*jump}));
        clockWrong_ = true;
    }
    if (clockWrong_ && hallClock_->right()) {
        clockWrong_ = false;
        record(queue::Command(queue::RecordClockJump{base::Milliseconds(0)}));
    }
}

boost::asio::awaitable<void> App::tellAlive() {
    if (!supervisor_.patience()) co_return;
    while (listener_) {
        supervisor_.alive();
        alive_.expires_after(*supervisor_.patience() / 3);
        auto ignoreCancel = boost::asio::as_tuple(boost::asio::use_awaitable);
        co_await alive_.async_wait(ignoreCancel);
    }
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
    supervisor_.stopping();
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    pump_.stop();
    co_await listener_->stop();
    listener_.reset();
    if (backups_) backups_->stop();
    wakeUp_.cancel();
    look_.cancel();
    alive_.cancel();
    signals_.cancel();
}

}  // namespace luot::server::run
