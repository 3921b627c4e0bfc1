#include <fmt/format.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <deque>
#include <functional>

#include "Connection.hpp"
#include "Figures.hpp"
#include "Floors.hpp"
#include "Parts.hpp"
#include "Server.hpp"

namespace luot::bench {

namespace {

constexpr int clients = 64;

/// 64 connections on one thread, each with one command under way.
class ClosedLoop {
public:
    ClosedLoop(std::uint16_t port, std::string token, bool overStream)
        : token_(std::move(token)), overStream_(overStream), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
        for (int i = 0; i < clients; ++i) {
            connections_.emplace_back(port);
            if (overStream_) connections_.back().greet(token_);
            epoll_event interest{EPOLLIN, {.u32 = static_cast<std::uint32_t>(i)}};
            ::epoll_ctl(epoll_, EPOLL_CTL_ADD, connections_.back().fd(), &interest);
        }
        began_.resize(clients);
    }
    ~ClosedLoop() { ::close(epoll_); }
    ClosedLoop(const ClosedLoop&) = delete;
    ClosedLoop& operator=(const ClosedLoop&) = delete;

    /// Runs that long; gives tickets a second, and adds to `latencies`.
    double run(int seconds, std::uint64_t& number, Samples& latencies) {
        const auto start = SteadyClock::now();
        const double until = seconds * 1e6;
        int underWay = 0, done = 0;
        for (std::uint32_t i = 0; i < clients; ++i) ask(i, ++number), ++underWay;
        double took = 0;
        while (underWay > 0) {
            epoll_event events[clients];
            const int ready = ::epoll_wait(epoll_, events, clients, 1000);
            took = microsSince(start);
            for (int e = 0; e < ready; ++e) {
                const auto i = events[e].data.u32;
                if (!answered(connections_[i])) continue;
                latencies.add(microsSince(began_[i]));
                ++done, --underWay;
                if (took < until) ask(i, ++number), ++underWay;
            }
        }
        return done / took * 1e6;
    }

private:
    void ask(std::uint32_t i, std::uint64_t number) {
        const auto request = overStream_ ? issueOverStream(number) : issueOverHttp(token_, number);
        began_[i] = SteadyClock::now();
        connections_[i].send(request);
    }

    /// Takes in what is there; whether the reply is among it. Events of others are passed over.
    bool answered(Connection& connection) const {
        bool reply = false;
        connection.fill(false);
        if (!overStream_) {
            const auto response = connection.takeResponse();
            if (response && !response->starts_with("HTTP/1.1 201")) giveUp(std::string(*response));
            return response.has_value();
        }
        while (const auto frame = connection.takeFrame()) {
            if (!frame->starts_with(R"({"type":"reply")")) continue;
            if (frame->find(R"("ok":true)") == std::string_view::npos) giveUp(std::string(*frame));
            reply = true;
        }
        return reply;
    }

    std::string token_;
    bool overStream_;
    int epoll_;
    std::deque<Connection> connections_;
    std::vector<SteadyClock::time_point> began_;
};

/// Commits a second when every ticket has its own.
double commitsASecond(BareCommit& bare, int seconds) {
    const auto start = SteadyClock::now();
    int done = 0;
    for (; microsSince(start) < seconds * 1e6; ++done) bare.once();
    return done / microsSince(start) * 1e6;
}

void report(const char* how, const Samples& rates, const Samples& latencies, const Samples& commits) {
    row(fmt::format("tickets a second, {} clients over {}", clients, how), fmt::format("{:.0f}", rates.p50()),
        fmt::format("one commit a ticket {:.0f}", commits.p50()),
        fmt::format("{:.1f}", rates.p50() / commits.p50()), "≥ 3; aim 20000");
    row(fmt::format("reply to each of them over {}, p50 / p99", how),
        fmt::format("{:.2f} / {:.2f} ms", latencies.p50() / 1000, latencies.p99() / 1000));
}

}  // namespace

void measureThroughput(const Effort& effort) {
    const BenchFolder folder;
    const Server server(folder);
    const auto token = makeToken(folder);
    std::uint64_t number = 0;
    Samples httpRates, streamRates, commits, httpLatencies, streamLatencies, ignored, cpu;
    ClosedLoop(server.port(), token, false).run(1, number, ignored);
    BareCommit bare(folder, ticketRowsIn(folder, 100));
    for (int round = 0; round < effort.rounds; ++round) {
        {
            ClosedLoop http(server.port(), token, false);
            const double before = cpuMicros(server.pid());
            const auto first = number;
            httpRates.add(http.run(effort.seconds, number, httpLatencies));
            cpu.add((cpuMicros(server.pid()) - before) / static_cast<double>(number - first));
        }
        commits.add(commitsASecond(bare, effort.seconds));
        ClosedLoop stream(server.port(), token, true);
        streamRates.add(stream.run(effort.seconds, number, streamLatencies));
    }
    report("HTTP", httpRates, httpLatencies, commits);
    row("the server's processor time for each of them over HTTP", fmt::format("{:.1f} µs", cpu.p50()));
    report("the stream, all 64 following the feed", streamRates, streamLatencies, commits);
}

}  // namespace luot::bench
