#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <future>
#include <thread>

#include "tests/integration/server/Client.hpp"
#include "tests/integration/server/Program.hpp"
#include "tests/integration/server/TempFolder.hpp"

/// The real kiosk and the real server: the server is killed, people press, the server comes back.
namespace luot::tests {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// Ten times what is aimed at: the machines are noisy.
constexpr auto ticketWithin = 10s;
constexpr auto mergedWithin = 50s;

class KioskAloneTest : public testing::Test {
protected:
    /// The simulated clock stands still while the server is away, so it starts later each time.
    void start(const std::string& listen, const std::string& time) {
        server = std::make_unique<ServerProcess>(
            std::vector<std::string>{"run", "--data", folder.file("data"), "--centre",
                                     sourceFile("tests/integration/server/small-centre.toml"), "--listen",
                                     listen, "--start-time", "2026-11-23T" + time + ":00+07:00"});
        if (address.empty()) {
            address = server->url().substr(std::string("http://").size());
            std::ofstream(folder.file("kiosk.token")) << makeToken(folder.file("data"), "dispenser", "k");
            admin = makeToken(folder.file("data"), "admin", "boss");
        }
        boss = std::make_unique<Client>(server->url(), admin);
    }
    void kill() {
        boss.reset();
        EXPECT_EQ(server->end(SIGKILL), -SIGKILL);
        server.reset();
    }
    Ended kiosk(const std::string& press, const std::string& stay) {
        std::vector<std::string> arguments{
            "--server",     "http://" + address,      "--token-file", folder.file("kiosk.token"),
            "--state-dir",  folder.file("state"),     "--printer",    "file:" + folder.file("tickets"),
            "--screenshot", folder.file("kiosk.png"), "--after",      stay};
        if (!press.empty()) arguments.insert(arguments.end(), {"--press", press});
        return runProgram("luot-dispenser", arguments);
    }
    std::vector<std::string> tickets() const {
        std::vector<std::string> names;
        std::error_code none;
        for (const auto& file : std::filesystem::directory_iterator(folder.file("tickets"), none))
            if (file.path().extension() == ".png") names.push_back(file.path().stem().string());
        std::sort(names.begin(), names.end());
        return names;
    }
    std::string waiting() {
        std::string numbers;
        const auto hall = boss->get("/api/v1/hall");
        for (const auto& ticket : hall["waiting"].as_array())
            numbers += std::string(ticket.at("number").as_string()) + ' ';
        return numbers;
    }
    /// How long it took; the test fails when it does not come.
    template <class Holds>
    std::chrono::milliseconds until(Holds holds, std::chrono::milliseconds within) {
        const auto began = Clock::now();
        while (!holds() && Clock::now() - began < within) std::this_thread::sleep_for(10ms);
        EXPECT_TRUE(holds());
        return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
    }
    std::string textOf(const std::string& name) const {
        std::ifstream in(folder.file(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    TempFolder folder;
    std::unique_ptr<ServerProcess> server;
    std::unique_ptr<Client> boss;
    std::string admin;
    std::string address;
};

TEST_F(KioskAloneTest, TicketsGivenWithoutTheServerAreInTheQueueOnceWhenItIsBack) {
    start("127.0.0.1:0", "08:00");
    EXPECT_EQ(kiosk("chung-thuc", "1").exitCode, 0);
    EXPECT_EQ(waiting(), "A001 ");
    kill();

    // A cold start without the server, and three people.
    auto alone =
        std::async(std::launch::async, [this] { return kiosk("chung-thuc;chung-thuc;ho-tich", "12"); });
    until([this] { return tickets().size() == 4; }, 3 * ticketWithin);
    EXPECT_EQ(tickets(), (std::vector<std::string>{"A001", "A1-001", "A1-002", "B1-003"}));

    start(address, "08:10");
    const auto merged = until([this] { return waiting() == "A001 A1-001 A1-002 B1-003 "; }, mergedWithin);
    const auto ended = alone.get();
    EXPECT_EQ(ended.exitCode, 0) << ended.err;
    fmt::print("figure: merged {} ms after the server was ready again\n", merged.count());
    for (std::size_t at = 0; (at = ended.err.find("from the touch", at)) != std::string::npos; ++at)
        fmt::print("figure: alone, {}\n", ended.err.substr(at, ended.err.find('\n', at) - at));
    EXPECT_NE(textOf("kiosk-taken.txt").find("khi mất kết nối"), std::string::npos)
        << "the ticket's page says that it was given without the server";

    // Everything once more: nothing comes twice.
    kill();
    start(address, "08:20");
    EXPECT_EQ(kiosk("", "2").exitCode, 0);
    EXPECT_EQ(waiting(), "A001 A1-001 A1-002 B1-003 ");
    kill();
    EXPECT_EQ(kiosk("chung-thuc", "1").exitCode, 0);
    EXPECT_EQ(tickets().back(), "B1-003");
    EXPECT_EQ(tickets().at(3), "A1-004") << "the count goes on";
}

}  // namespace
}  // namespace luot::tests
