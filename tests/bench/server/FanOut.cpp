#include <fmt/format.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <deque>
#include <functional>
#include <optional>

#include "Connection.hpp"
#include "Figures.hpp"
#include "Floors.hpp"
#include "Parts.hpp"
#include "Server.hpp"

namespace luot::bench {

namespace {

/// A message goes out so often, as the reference runs of other brokers did.
constexpr double paceMicros = 50'000;
constexpr double settleMicros = 200'000;

/// What one run of messages to all displays gave.
struct Delivered {
    Samples each;  ///< message to each display, microseconds
    Samples last;  ///< message to the last display
    double cpuPerDelivery = 0;
};

/// All displays on one thread that does nothing but note when a frame came.
class Displays {
public:
    Displays() : epoll_(::epoll_create1(EPOLL_CLOEXEC)) {}
    ~Displays() { ::close(epoll_); }
    Displays(const Displays&) = delete;
    Displays& operator=(const Displays&) = delete;

    Connection& add(std::uint16_t port) {
        epoll_event interest{EPOLLIN, {.u32 = static_cast<std::uint32_t>(displays_.size())}};
        displays_.emplace_back(port);
        ::epoll_ctl(epoll_, EPOLL_CTL_ADD, displays_.back().fd(), &interest);
        return displays_.back();
    }

    /// Waits until every display has had one more event.
    void awaitOne(SteadyClock::time_point began, Delivered& delivered) {
        double latest = 0;
        const auto note = [&] {
            latest = microsSince(began);
            delivered.each.add(latest);
        };
        for (std::size_t got = 0; got < displays_.size();) got += takeIn(1000, note);
        delivered.last.add(latest);
    }

    void answerPings() {
        takeIn(0, [] {});
    }

    /// Answers pings for that long.
    void idle(double micros) {
        const auto began = SteadyClock::now();
        for (double left = micros; left > 0; left = micros - microsSince(began))
            takeIn(static_cast<int>(left / 1000), [] { giveUp("an event that nobody asked for"); });
    }

    std::string lastEvent;

private:
    std::size_t takeIn(int waitMillis, const std::function<void()>& came) {
        epoll_event events[64];
        std::size_t count = 0;
        const int ready = ::epoll_wait(epoll_, events, 64, waitMillis);
        for (int e = 0; e < ready; ++e) {
            auto& display = displays_[events[e].data.u32];
            if (!display.fill(false)) continue;
            while (const auto frame = display.takeFrame()) {
                if (!frame->starts_with(R"({"type":"event")")) continue;
                came();
                ++count;
                if (lastEvent.empty()) lastEvent = *frame;
            }
        }
        return count;
    }

    int epoll_;
    std::deque<Connection> displays_;
};

/// Sends `count` messages, one each pace; `cpu` reads the publisher's processor time.
Delivered drive(Displays& displays, int count, pid_t publisher, const std::function<void(int)>& send) {
    Delivered delivered;
    const double before = cpuMicros(publisher);
    for (int i = 0; i < count; ++i) {
        const auto began = SteadyClock::now();
        send(i);
        displays.awaitOne(began, delivered);
        displays.idle(paceMicros - microsSince(began));
    }
    delivered.cpuPerDelivery = (cpuMicros(publisher) - before) / static_cast<double>(delivered.each.size());
    return delivered;
}

/// The server with its displays; calls and takes the call back in turn, so that any number of calls is to be
/// had.
class CallingHall {
public:
    CallingHall() : server_(folder_), token_(makeToken(folder_)), clerk_(server_.port()) {
        mustPost(clerk_, token_, "/api/v1/tickets", R"({"service":"chung-thuc"})");
        for (int counter = 1; counter <= 10; ++counter)
            mustPost(clerk_, token_, fmt::format("/api/v1/counters/{}/open", counter));
        while (!callsAt(counter_)) ++counter_;
        mustPost(clerk_, token_, path("undo"));
        run(2, 1);
    }

    /// With displays that connect for it and go again.
    Delivered run(int calls, int displays) {
        Displays all;
        for (int i = 0; i < displays; ++i) {
            all.add(server_.port()).greet(token_);
            all.answerPings();
        }
        all.idle(settleMicros);
        auto delivered = drive(all, calls, server_.pid(), [this](int i) {
            if (i > 0) clerk_.response();
            clerk_.send(httpPost(token_, path(i % 2 == 0 ? "call-next" : "undo"), "", "{}"));
        });
        clerk_.response();
        event_ = all.lastEvent;
        return delivered;
    }
    const std::string& event() const { return event_; }

private:
    std::string path(const char* what) const { return fmt::format("/api/v1/counters/{}/{}", counter_, what); }
    bool callsAt(int counter) {
        if (counter > 10) giveUp("no counter serves the ticket");
        clerk_.send(httpPost(token_, fmt::format("/api/v1/counters/{}/call-next", counter), "", "{}"));
        return clerk_.response().starts_with("HTTP/1.1 200");
    }

    BenchFolder folder_;
    Server server_;
    std::string token_;
    Connection clerk_;
    int counter_ = 1;
    std::string event_;
};

/// The floor: the same bytes to as many sockets.
class RawLoop {
public:
    RawLoop(int count, const std::string& event)
        : process_(FloorProcess::sendLoop(static_cast<std::size_t>(count), serverFrame(event))),
          trigger_(process_.port()) {
        for (int i = 0; i < count; ++i) displays_.add(process_.port());
        displays_.idle(settleMicros);
    }
    Delivered run(int calls) {
        return drive(displays_, calls, process_.pid(), [this](int) { trigger_.send("x"); });
    }

private:
    FloorProcess process_;
    Connection trigger_;
    Displays displays_;
};

std::string times(const Samples& samples) {
    return fmt::format("{:.2f} / {:.2f} ms", samples.p50() / 1000, samples.p99() / 1000);
}
std::string ratio(double figure, double floor) { return fmt::format("{:.2f}", figure / floor); }

/// Processor time of one call, µs.
struct CpuOfACall {
    double server = 0;
    double raw = 0;
};

CpuOfACall measure(const Effort& effort, int count) {
    CallingHall hall;
    RawLoop raw(count, hall.event());
    Samples each, last, rawEach, rawLast, cpu, rawCpu;
    for (int round = 0; round < effort.rounds; ++round) {
        const auto told = hall.run(effort.calls, count);
        const auto floor = raw.run(effort.calls);
        each.add(told.each), last.add(told.last), cpu.add(told.cpuPerDelivery);
        rawEach.add(floor.each), rawLast.add(floor.last), rawCpu.add(floor.cpuPerDelivery);
    }
    row(fmt::format("call to its event, {} displays, p50 / p99", count), times(each),
        "raw send loop " + times(rawEach), ratio(each.p50(), rawEach.p50()));
    row("the same, last display", times(last), "raw send loop " + times(rawLast),
        ratio(last.p50(), rawLast.p50()));
    row(fmt::format(
            "the server's processor time a delivery, {} displays, {} bytes, with the call and its commit",
            count, hall.event().size()),
        fmt::format("{:.1f} µs", cpu.p50()), fmt::format("raw send loop {:.1f} µs", rawCpu.p50()),
        ratio(cpu.p50(), rawCpu.p50()), "≤ 2");
    return {cpu.p50() * count, rawCpu.p50() * count};
}

}  // namespace

void measureFanOut(const Effort& effort) {
    constexpr int few = 50, many = 500;
    const auto toFew = measure(effort, few), toMany = measure(effort, many);
    const double server = (toMany.server - toFew.server) / (many - few);
    const double raw = (toMany.raw - toFew.raw) / (many - few);
    row("the server's processor time for one delivery more", fmt::format("{:.1f} µs", server),
        fmt::format("raw send loop {:.1f} µs", raw), ratio(server, raw), "≤ 2");
}

}  // namespace luot::bench
