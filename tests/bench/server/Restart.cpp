#include <fmt/format.h>

#include "Connection.hpp"
#include "Figures.hpp"
#include "Parts.hpp"
#include "Server.hpp"

namespace luot::bench {

namespace {

void issueMany(Connection& connection, const std::string& token, int tickets) {
    constexpr int atOnce = 100;
    for (int done = 0; done < tickets; done += atOnce) {
        std::string requests;
        for (int i = 0; i < atOnce; ++i)
            requests += issueOverHttp(token, static_cast<std::uint64_t>(done + i));
        connection.send(requests);
        for (int i = 0; i < atOnce; ++i)
            if (!connection.response().starts_with("HTTP/1.1 201")) giveUp("no ticket");
    }
}

}  // namespace

void measureRestart(const Effort& effort, int tickets) {
    const BenchFolder folder;
    std::string token;
    {
        const Server server(folder);
        token = makeToken(folder);
        Connection connection(server.port());
        issueMany(connection, token, tickets);
    }
    Samples ready, first;
    for (int round = 0; round < effort.rounds; ++round) {
        const auto began = SteadyClock::now();
        const Server server(folder);
        ready.add(microsSince(began));
        Connection connection(server.port());
        mustPost(connection, token, "/api/v1/tickets", R"({"service":"chung-thuc"})");
        first.add(microsSince(began));
    }
    row(fmt::format("kill -9 to the first ticket, {} tickets in the day, p50 / worst", tickets),
        fmt::format("{:.0f} / {:.0f} ms", first.p50() / 1000, first.at(1) / 1000),
        fmt::format("ready line {:.0f} ms", ready.p50() / 1000), "-", "aim 300 ms, at most 2 s");
}

}  // namespace luot::bench
