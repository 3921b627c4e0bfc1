#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

#include "OwnCentre.hpp"

namespace luot::tests {
namespace {

namespace fs = std::filesystem;
using boost::json::value;

/// What happens to the server itself, and how people hear of it.
class UpkeepContractTest : public OwnCentreTest {
protected:
    /// The events of that name so far.
    std::vector<value> events(const std::string& name) {
        std::vector<value> found;
        const auto answer = boss->get("/api/v1/events?limit=10000");
        for (const auto& event : answer["events"].as_array())
            if (event.at("name").as_string() == name) found.push_back(event);
        return found;
    }
    bool becomesTrue(const std::function<bool()>& what) {
        for (int i = 0; i < 400; ++i) {
            if (what()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return false;
    }
    std::vector<value> faults() {
        const auto answer = boss->get("/api/v1/faults");
        EXPECT_EQ(answer.status, 200);
        const auto& list = answer["faults"].as_array();
        return {list.begin(), list.end()};
    }

    std::string stick() const { return folder.file("stick"); }
    std::vector<std::string> copies() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(stick())) names.push_back(entry.path().string());
        return names;
    }
    void startWithCopies(const std::string& time, const std::string& speed) {
        std::ofstream(folder.file("server.toml")) << "backup_to = \"" << stick() << "\"\n";
        server = std::make_unique<ServerProcess>(
            std::vector<std::string>{"run", "--data", data(), "--config", folder.file("server.toml"),
                                     "--centre", sourceFile("tests/integration/server/small-centre.toml"),
                                     "--listen", "127.0.0.1:0", "--start-time", time, "--speed", speed});
        if (admin.empty()) admin = makeToken(data(), "admin", "boss");
        boss = std::make_unique<Client>(server->url(), admin);
    }
};

TEST_F(UpkeepContractTest, AKilledServerTellsHowManyNumbersItBroughtBack) {
    start();
    for (int i = 0; i < 3; ++i) ASSERT_EQ(issue().status, 201);
    boss.reset();
    server->end(SIGKILL);
    start("2026-11-23T08:10:00+07:00");
    const auto hall = boss->get("/api/v1/hall");
    EXPECT_EQ(hall["restart"].at("waiting").as_int64(), 3);
    ASSERT_EQ(events("server_restarted").size(), 1U);
    EXPECT_EQ(events("server_restarted")[0].at("data").at("waiting").as_int64(), 3);
    ASSERT_EQ(faults().size(), 1U);
    EXPECT_EQ(faults()[0].at("code").as_string(), "server_down");
    EXPECT_GT(faults()[0].at("lasted_s").as_int64(), 500) << "the clock went on from 08:00 to 08:10";
}

TEST_F(UpkeepContractTest, AServerThatEndedInOrderHasNothingToTell) {
    start();
    ASSERT_EQ(issue().status, 201);
    stop();
    start();
    EXPECT_TRUE(events("server_restarted").empty());
    EXPECT_FALSE(boss->get("/api/v1/hall").json.as_object().contains("restart"));
    EXPECT_TRUE(faults().empty());
}

TEST_F(UpkeepContractTest, CopiesAreMadeAndAServerCanGoOnFromOne) {
    fs::create_directory(stick());
    startWithCopies("2026-11-23T08:00:00+07:00", "60");
    ASSERT_EQ(issue().status, 201);
    ASSERT_TRUE(becomesTrue([&] { return !events("backup_made").empty(); }));
    ASSERT_EQ(copies().size(), 1U);
    ASSERT_EQ(boss->post("/api/v1/hall/close").status, 200);
    ASSERT_TRUE(becomesTrue([&] { return events("backup_made").size() >= 2; })) << "none after the day's end";
    EXPECT_FALSE(fs::exists(data() + "/backup-trial"));
    const auto all = copies();
    const auto newest = *std::max_element(all.begin(), all.end());
    stop();
    EXPECT_EQ(runProgram("luot-server", {"restore", "--data", data(), "--from", newest}).exitCode, 0);
    EXPECT_EQ(runProgram("luot-server", {"verify", "--data", data()}).exitCode, 0);
    start("2026-11-23T09:00:00+07:00");
    EXPECT_FALSE(events("day_closed").empty()) << "the copy was made before the day's end";
}

TEST_F(UpkeepContractTest, AMissingStickIsAFaultUntilItIsBack) {
    startWithCopies("2026-11-23T08:00:00+07:00", "60");
    ASSERT_TRUE(becomesTrue([&] { return !faults().empty(); }));
    EXPECT_EQ(faults()[0].at("code").as_string(), "backup");
    EXPECT_NE(faults()[0].at("detail").as_string().find("put the stick in"), std::string::npos);
    EXPECT_FALSE(faults()[0].as_object().contains("ended_at"));
    fs::create_directory(stick());
    ASSERT_TRUE(becomesTrue([&] { return faults()[0].as_object().contains("ended_at"); }));
    EXPECT_EQ(events("backup_failed").size(), 1U) << "one failure is told once";
}

TEST_F(UpkeepContractTest, ADeviceThatWasLostBeforeAStartIsOnRecordAsBack) {
    start();
    const auto token = makeToken(data(), "display", "hall");
    { Stream display(server->url(), token, hello("display")); }
    ASSERT_TRUE(becomesTrue([&] { return faults().size() == 1; }));
    EXPECT_EQ(faults()[0].at("code").as_string(), "device_lost");
    stop();
    start("2026-11-23T08:10:00+07:00");
    EXPECT_FALSE(faults()[0].as_object().contains("ended_at"));
    Stream display(server->url(), token, hello("display"));
    EXPECT_TRUE(becomesTrue([&] { return faults()[0].as_object().contains("ended_at"); }));
}

TEST_F(UpkeepContractTest, FaultsAreForThoseWhoMayReadReports) {
    start();
    Client kiosk(server->url(), makeToken(data(), "dispenser", "k1"));
    EXPECT_EQ(kiosk.get("/api/v1/faults").status, 403);
    EXPECT_EQ(boss->get("/api/v1/faults?from=yesterday").status, 400);
    EXPECT_EQ(boss->get("/api/v1/faults?from=2026-11-24&to=2026-11-23").status, 400);
}

}  // namespace
}  // namespace luot::tests
