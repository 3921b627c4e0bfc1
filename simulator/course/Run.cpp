#include "simulator/course/Run.hpp"

#include <boost/asio/co_spawn.hpp>
#include <csignal>
#include <cstdio>

#include "base/Log.hpp"
#include "simulator/course/Day.hpp"
#include "simulator/course/Load.hpp"

namespace luot::simulator::course {

namespace asio = boost::asio;
using line::Steady;

namespace {

/// For the first connection and the hall's picture.
constexpr std::chrono::seconds arriveWithin{10};
/// For answers that are on their way when the run ends, and for the feed to tell what was acknowledged.
constexpr std::chrono::seconds settleWithin{5};

base::TimeOfDay firstSlot(const profile::Profile& profile) {
    const auto start =
        profile.slots.empty() ? base::TimeOfDay{} : base::parseTimeOfDay(profile.slots.front().start);
    return start ? *start : base::TimeOfDay{};
}

std::unique_ptr<Play> playOf(Run& run) {
    if (run.plan().kind == Kind::day) return std::make_unique<Day>(run);
    return std::make_unique<Load>(run);
}

}  // namespace

Run::Run(Plan plan)
    : plan_(std::move(plan)),
      waits_(io_),
      own_(io_),
      floor_(plan_.token, plan_.speed, firstSlot(plan_.profile)),
      signals_(io_, SIGTERM, SIGINT),
      limit_(io_),
      grace_(io_) {}

Run::~Run() = default;

base::Result<Ending> Run::go() {
    floor_.onNews([this] {
        waits_.news();
        own_.news();
    });
    signals_.async_wait([this](boost::system::error_code error, int) {
        if (!error) stop();
    });
    addLine();
    launch(conduct(), false);
    io_.run();
    if (!result_) return tl::unexpected(result_.error());
    for (const auto& fault : floor_.check.faults()) base::logError("{}", fault);
    return Ending{floor_.check.fine(), summary()};
}

line::Line& Run::addLine() {
    line::Line::Ways ways{plan_.url, plan_.token, [this] { return floor_.hello(); }, {}};
    if (lines_.empty()) ways.others = [this](const std::string& frame) { return floor_.take(frame); };
    lines_.push_back(std::make_unique<line::Line>(io_, std::move(ways), count_));
    launch(lines_.back()->keep(), false);
    return *lines_.back();
}

void Run::spawn(asio::awaitable<void> task) { launch(std::move(task), true); }

void Run::launch(asio::awaitable<void> task, bool counted) {
    if (counted) ++tasks_;
    auto ended = [this, counted](std::exception_ptr failure) {
        if (counted) --tasks_;
        own_.news();
        if (!failure) return;
        try {
            std::rethrow_exception(failure);
        } catch (const std::exception& error) {
            result_ = base::fail(base::Fault::internal, error.what());
        }
        io_.stop();
    };
    asio::co_spawn(io_, std::move(task), std::move(ended));
}

asio::awaitable<void> Run::conduct() {
    const bool arrived = co_await arrive();
    if (arrived) {
        co_await openHall();
        std::puts("simulating");
        std::fflush(stdout);
        startLimits();
        play_ = playOf(*this);
        if (!stopping_) play_->start();
        while (tasks_ > 0) co_await own_.newsOrUntil(Steady::now() + std::chrono::hours(1));
        co_await settle();
    }
    stop();
    endLines();
    signals_.cancel();
    limit_.cancel();
    grace_.cancel();
}

asio::awaitable<bool> Run::arrive() {
    const auto latest = Steady::now() + arriveWithin;
    while (!floor_.ready() && !stopping_ && Steady::now() < latest) co_await own_.newsOrUntil(latest);
    if (floor_.ready()) co_return true;
    if (!stopping_)
        result_ =
            base::fail(base::Fault::unavailable, "no hall from " + plan_.url + ": " + front().lastError());
    co_return false;
}

/// Only where it is needed: the answer is the whole hall.
asio::awaitable<void> Run::openHall() {
    if (floor_.hall().open && floor_.hall().givesTickets) co_return;
    base::json::Object none;
    const auto answer = co_await front().ask("open_hall", std::move(none));
    if (answer.given && !answer.ok) base::logWarn("the hall cannot be opened: {}", answer.problem.detail);
}

asio::awaitable<void> Run::settle() {
    const auto latest = Steady::now() + settleWithin;
    while (floor_.check.unseen() > 0 && Steady::now() < latest) co_await own_.newsOrUntil(latest);
}

void Run::startLimits() {
    if (!plan_.limit) return;
    limit_.expires_after(*plan_.limit);
    limit_.async_wait([this](boost::system::error_code error) {
        if (!error) stop();
    });
}

void Run::stop() {
    if (stopping_) return;
    stopping_ = true;
    waits_.end();
    own_.news();
    grace_.expires_after(settleWithin);
    grace_.async_wait([this](boost::system::error_code error) {
        if (!error) endLines();
    });
}

void Run::endLines() {
    for (const auto& one : lines_) one->end();
}

std::string Run::summary() const {
    base::json::Object report;
    if (play_) play_->report(report);
    report["refused"] = count_.refused;
    report["lost_answers"] = count_.unanswered;
    report["repeated"] = count_.repeats;
    report["reconnects"] = count_.reconnects;
    report["doubled_numbers"] = floor_.check.doubledNumbers();
    report["double_calls"] = floor_.check.doubleCalls();
    report["unseen_tickets"] = floor_.check.unseen();
    report["fine"] = floor_.check.fine();
    return base::json::serialize(report);
}

}  // namespace luot::simulator::course
