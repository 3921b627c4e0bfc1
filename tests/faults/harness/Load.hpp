#pragma once

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "Centre.hpp"
#include "FeedCheck.hpp"
#include "Line.hpp"

namespace luot::faults {

/// Somebody who uses the server on a thread until it is gone or told to stop, and afterwards asks again for
/// what was not answered.
class Worker {
public:
    virtual ~Worker() = default;
    /// One step; false when the server is gone.
    virtual bool step() = 0;
    virtual void connect() = 0;
    virtual void disconnect() = 0;
    /// Repeats what was not answered; true when nothing is open any more.
    virtual bool settle() = 0;
};

/// Takes tickets over HTTP, each with a key of its own.
class Kiosk final : public Worker {
public:
    Kiosk(Centre& centre, std::string name) : centre_(centre), name_(std::move(name)) {}
    bool step() override;
    void connect() override { http_ = std::make_unique<tests::Client>(centre_.url(), centre_.admin()); }
    void disconnect() override { http_.reset(); }
    bool settle() override;

    const std::vector<double>& milliseconds() const { return milliseconds_; }  ///< of each ticket
    int refused() const { return refused_; }                                   ///< answers 503

private:
    Centre& centre_;
    std::string name_;
    std::unique_ptr<tests::Client> http_;
    int presses_ = 0;
    bool open_ = false;   ///< the last press has no answer
    bool again_ = false;  ///< it has one and is repeated all the same
    std::vector<double> milliseconds_;
    int refused_ = 0;
};

/// Calls and serves over the stream, and follows the feed on it.
class CounterDesk final : public Worker {
public:
    CounterDesk(Centre& centre, int number) : centre_(centre), number_(number) {}
    bool step() override;
    void connect() override;
    void disconnect() override { stream_.reset(); }
    bool settle() override;

    const FeedCheck& feed() const { return feed_; }

private:
    /// The reply; empty when the connection has ended.
    base::json::Object ask();
    void understand(const base::json::Object& reply);

    Centre& centre_;
    int number_;
    std::unique_ptr<Line> stream_;
    FeedCheck feed_;
    int asked_ = 0;
    std::string next_ = "open";  ///< the command that comes next, or has no answer
    bool open_ = false;
};

/// A hall's worth of them.
class Load {
public:
    Load(Centre& centre, int kiosks, int counters);
    ~Load() { end(); }
    void begin();
    /// Waits until every worker has stopped.
    void end();
    bool settle();

    std::vector<std::unique_ptr<Kiosk>> kiosks;
    std::vector<std::unique_ptr<CounterDesk>> counters;

private:
    std::vector<Worker*> workers() const;

    std::atomic<bool> stop_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace luot::faults
