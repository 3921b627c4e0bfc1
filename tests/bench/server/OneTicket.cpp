#include <fmt/format.h>

#include "Connection.hpp"
#include "Figures.hpp"
#include "Floors.hpp"
#include "Parts.hpp"
#include "Server.hpp"

namespace luot::bench {

namespace {

std::string_view nextReply(Connection& connection) {
    for (;;) {
        const auto frame = connection.frame();
        if (frame.starts_with(R"({"type":"reply")")) return frame;
    }
}

/// Request to reply, one after the other; every client, and every floor, has a connection that stays.
class OneClient {
public:
    OneClient()
        : server_(folder_), token_(makeToken(folder_)), http_(server_.port()), stream_(server_.port()) {
        stream_.greet(token_);
    }

    const BenchFolder& folder() const { return folder_; }

    double overHttp() {
        const auto request = issueOverHttp(token_, ++number_);
        const auto began = SteadyClock::now();
        http_.send(request);
        const auto answer = http_.response();
        const double took = microsSince(began);
        if (!answer.starts_with("HTTP/1.1 201")) giveUp(std::string(answer));
        requestBytes = request.size();
        replyBytes = answer.size();
        drainEvents();
        return took;
    }

    double overStream() {
        const auto request = issueOverStream(++number_);
        const auto began = SteadyClock::now();
        stream_.send(request);
        const auto answer = nextReply(stream_);
        const double took = microsSince(began);
        if (answer.find(R"("ok":true)") == std::string_view::npos) giveUp(std::string(answer));
        return took;
    }

    std::size_t requestBytes = 0;
    std::size_t replyBytes = 0;

private:
    void drainEvents() {
        while (stream_.takeFrame() || stream_.fill(false)) {
        }
    }

    BenchFolder folder_;
    Server server_;
    std::string token_;
    Connection http_;
    Connection stream_;
    std::uint64_t number_ = 0;
};

double echoOnce(Connection& connection, const std::string& request, std::string& reply) {
    const auto began = SteadyClock::now();
    connection.send(request);
    for (std::size_t got = 0; got < reply.size();)
        got += connection.receive(reply.data() + got, reply.size() - got);
    return microsSince(began);
}

double commitOnce(BareCommit& commit) {
    const auto began = SteadyClock::now();
    commit.once();
    return microsSince(began);
}

std::string pair(const Samples& samples) {
    return fmt::format("{:.0f} / {:.0f} µs", samples.p50(), samples.p99());
}

}  // namespace

void measureOneTicket(const Effort& effort) {
    OneClient client;
    for (int i = 0; i < 300; ++i) client.overHttp(), client.overStream();
    BareCommit bare(client.folder(), ticketRowsIn(client.folder(), 100));
    for (int i = 0; i < 600; ++i) bare.once();
    const auto echo = FloorProcess::echo(client.requestBytes, client.replyBytes);
    Connection echoes(echo.port());
    const std::string request(client.requestBytes, 'x');
    std::string reply(client.replyBytes, 0);
    Samples http, stream, commit, trip;
    for (int round = 0; round < effort.rounds; ++round) {
        for (int i = 0; i < effort.tickets; ++i) http.add(client.overHttp());
        for (int i = 0; i < effort.tickets; ++i) commit.add(commitOnce(bare));
        for (int i = 0; i < effort.tickets; ++i) stream.add(client.overStream());
        for (int i = 0; i < effort.tickets; ++i) trip.add(echoOnce(echoes, request, reply));
    }
    const auto ratio = [&](const Samples& ticket) {
        return fmt::format("{:.2f}", ticket.p50() / commit.p50());
    };
    const auto& floor = pair(commit);
    row("durable ticket over HTTP, one client, p50 / p99", pair(http), "bare commit " + floor, ratio(http),
        "≤ 1.6");
    row("durable ticket over the stream, one client, p50 / p99", pair(stream), "bare commit " + floor,
        ratio(stream), "≤ 1.6");
    row("the wire's part of it: TCP echo of the same sizes, p50 / p99", pair(trip));
    row("what is left: HTTP ticket less commit and echo, p50",
        fmt::format("{:.0f} µs", http.p50() - commit.p50() - trip.p50()));
}

}  // namespace luot::bench
