#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <memory>
#include <string>
#include <vector>

#include "simulator/course/Floor.hpp"
#include "simulator/course/Plan.hpp"
#include "simulator/line/Line.hpp"
#include "simulator/line/Waits.hpp"

namespace luot::simulator::course {

/// What is played on the hall: a day or a load.
class Play {
public:
    virtual ~Play() = default;
    /// Spawns its tasks on the run; the play is over when they all are.
    virtual void start() = 0;
    virtual void report(base::json::Object& into) const = 0;
};

/// How a run ended.
struct Ending {
    bool fine = false;    ///< nothing happened that must not
    std::string summary;  ///< JSON, one line
};

/// One run against a server: its thread, its lines, its end. All on the thread that calls go().
class Run {
public:
    explicit Run(Plan plan);
    ~Run();

    /// Ends with the play, at the plan's limit, or by SIGTERM. unavailable: no server, or it refused us.
    base::Result<Ending> go();

    // For the play.
    const Plan& plan() const { return plan_; }
    Floor& floor() { return floor_; }
    line::Waits& waits() { return waits_; }
    line::Line& front() { return *lines_.front(); }
    /// One more connection.
    line::Line& addLine();
    void spawn(boost::asio::awaitable<void> task);
    /// Lets what was asked be answered, then ends.
    void stop();

private:
    boost::asio::awaitable<void> conduct();
    boost::asio::awaitable<bool> arrive();
    boost::asio::awaitable<void> openHall();
    boost::asio::awaitable<void> settle();
    void launch(boost::asio::awaitable<void> task, bool counted);
    void startLimits();
    void endLines();
    std::string summary() const;

    Plan plan_;
    boost::asio::io_context io_{1};
    line::Waits waits_;  ///< of the play
    line::Waits own_;    ///< of this object
    line::LineCount count_;
    Floor floor_;
    std::vector<std::unique_ptr<line::Line>> lines_;  ///< the first one reads the feed
    boost::asio::signal_set signals_;
    boost::asio::steady_timer limit_;
    boost::asio::steady_timer grace_;
    std::unique_ptr<Play> play_;
    int tasks_ = 0;
    bool stopping_ = false;
    base::Result<> result_;
};

}  // namespace luot::simulator::course
