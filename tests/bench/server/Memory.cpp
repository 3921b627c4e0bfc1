#include <fmt/format.h>

#include <deque>

#include "Connection.hpp"
#include "Figures.hpp"
#include "Parts.hpp"
#include "Server.hpp"

namespace luot::bench {

namespace {

/// Greeting many takes a while on a busy machine, and silence ends a connection.
void answerPings(std::deque<Connection>& connections) {
    for (auto& connection : connections)
        while (connection.fill(false))
            while (connection.takeFrame()) {
            }
}

}  // namespace

void measureMemory() {
    constexpr int displays = 500;
    const BenchFolder folder;
    const Server server(folder);
    const auto token = makeToken(folder);
    std::deque<Connection> connections;
    // The first make what all share: the snapshot, the allocator's arenas.
    for (int i = 0; i < 10; ++i) connections.emplace_back(server.port()).greet(token);
    const double before = residentKiB(server.pid());
    for (int i = 0; i < displays; ++i) {
        connections.emplace_back(server.port()).greet(token);
        if (i % 50 == 0) answerPings(connections);
    }
    const double after = residentKiB(server.pid());
    row(fmt::format("memory of an idle display's connection, over {}", displays),
        fmt::format("{:.1f} KiB", (after - before) / displays), "-", "-", "≤ 14 KB");
    row("the server's memory with them", fmt::format("{:.1f} MiB", after / 1024));
}

}  // namespace luot::bench
