#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <numeric>
#include <thread>

#include "../harness/Figures.hpp"
#include "../harness/Follower.hpp"
#include "../harness/Load.hpp"
#include "../proxy/Proxy.hpp"

/// The network between a device and the server is cut, slow, lossy, or somebody else's.
namespace luot::faults {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class CutTest : public testing::Test {
protected:
    CutTest() {
        EXPECT_TRUE(centre.start()) << centre.errors();
        proxy.pointAt(portOf(centre.url()));
    }

    std::int64_t lastSeq() {
        return tests::Client(centre.url(), centre.admin())
            .get("/api/v1/events?limit=1")["last"]
            .to_number<std::int64_t>();
    }
    void issue(int count) {
        tests::Client kiosk(centre.url(), centre.admin());
        for (int i = 0; i < count; ++i)
            ASSERT_EQ(kiosk.post("/api/v1/tickets", R"({"service":"chung-thuc"})").status, 201);
    }
    /// When the server recorded that the device was lost; the events are looked at until then.
    bool recordsLoss(const std::string& device, milliseconds within) {
        tests::Client reader(centre.url(), centre.admin());
        const auto until = std::chrono::steady_clock::now() + within;
        while (std::chrono::steady_clock::now() < until) {
            const auto page = reader.get("/api/v1/events?limit=10000").text;
            if (page.find(R"("name":"device_lost","data":{"device":")" + device + "\"") != std::string::npos)
                return true;
            std::this_thread::sleep_for(milliseconds(20));
        }
        return false;
    }
    /// Nothing left out, nothing twice, and at the newest event within a time.
    void expectRight(const Follower& follower, milliseconds within) {
        EXPECT_TRUE(follower.reaches(lastSeq(), within))
            << "at " << follower.feed().last() << ", up " << follower.up() << ", " << follower.losses()
            << " losses";
        EXPECT_EQ(follower.feed().gaps(), 0);
        EXPECT_EQ(follower.feed().doubles(), 0);
    }

    Centre centre;
    Proxy proxy{0};
    std::string display = centre.token("display", "screen 1");
};

TEST_F(CutTest, ASilentPeerIsNoticedOnBothSidesAndARecordMadeOfIt) {
    Follower follower(proxy.url(), display);
    issue(3);
    expectRight(follower, seconds(10));
    proxy.become({.silent = true});
    const auto began = std::chrono::steady_clock::now();
    ASSERT_TRUE(follower.loses(1, seconds(50)));
    figure("dead peer: noticed by the device after", millisecondsSince(began), "ms, goal 5000");
    ASSERT_TRUE(recordsLoss("screen 1", seconds(60)));
    figure("dead peer: on record at the server, and with the counters, after", millisecondsSince(began),
           "ms, goal 6000");
    proxy.heal();
    expectRight(follower, seconds(30));
}

TEST_F(CutTest, AfterACutOfTenSecondsADeviceGetsWhatItMissedAndNothingTwice) {
    Follower follower(proxy.url(), display);
    issue(50);
    expectRight(follower, seconds(10));
    proxy.become({.silent = true});
    issue(300);
    std::this_thread::sleep_for(seconds(10));
    const auto snapshots = follower.feed().snapshots();
    proxy.heal();
    const auto healed = std::chrono::steady_clock::now();
    expectRight(follower, seconds(50));
    figure("cut of 10 s, 300 events missed: right again after", millisecondsSince(healed), "ms, goal 5000");
    EXPECT_EQ(follower.feed().snapshots(), snapshots) << "the missed events are owed, not a snapshot";
}

/// As many events as ten minutes of the busiest centre bring, and more than the feed keeps. With LUOT_LONG
/// the ten minutes too.
TEST_F(CutTest, AfterALongCutADeviceGetsASnapshotAndGoesOn) {
    Follower follower(proxy.url(), display);
    issue(10);
    expectRight(follower, seconds(10));
    proxy.become({.silent = true});
    issue(3000);
    ASSERT_TRUE(follower.loses(1, seconds(50)));
    if (std::getenv("LUOT_LONG") != nullptr) std::this_thread::sleep_for(seconds(600));
    const auto snapshots = follower.feed().snapshots();
    proxy.heal();
    const auto healed = std::chrono::steady_clock::now();
    expectRight(follower, seconds(50));
    figure("long cut, 3,000 events missed: right again after", millisecondsSince(healed), "ms, goal 5000");
    EXPECT_GT(follower.feed().snapshots(), snapshots);
    issue(5);
    expectRight(follower, seconds(10));
}

TEST_F(CutTest, AServerThatMovesIsFoundAgain) {
    Follower follower(proxy.url(), display);
    issue(20);
    expectRight(follower, seconds(10));
    ASSERT_EQ(centre.server().end(SIGTERM), 0);
    centre.move();
    ASSERT_TRUE(centre.start()) << centre.errors();
    proxy.pointAt(portOf(centre.url()));
    issue(20);
    expectRight(follower, seconds(50));
}

TEST_F(CutTest, FeedsHaveNoGapOverHundredsOfResets) {
    std::vector<std::unique_ptr<Follower>> followers;
    for (int i = 0; i < 20; ++i) followers.push_back(std::make_unique<Follower>(proxy.url(), display));
    const auto resets = [&] {
        return std::accumulate(followers.begin(), followers.end(), 0,
                               [](int sum, const auto& follower) { return sum + follower->losses(); });
    };
    Load load(centre, 1, 1);
    load.begin();
    // As often as the machine brings the followers back in between.
    for (int i = 0; i < 500 && resets() < 200; ++i) {
        std::this_thread::sleep_for(milliseconds(60));
        proxy.cut();
    }
    load.end();
    for (const auto& follower : followers) expectRight(*follower, seconds(20));
    EXPECT_GE(resets(), 200);
}

struct Weather {
    const char* name;
    Illness illness;
    int tickets = 3;  ///< at least, of four kiosks in eight seconds
    int losses = 0;   ///< so often the display may take the server for dead
};
class WeatherTest : public CutTest, public testing::WithParamInterface<Weather> {};

TEST_P(WeatherTest, KiosksGetEachTicketOnceAndFeedsStayWhole) {
    Follower follower(proxy.url(), display);
    issue(1);
    expectRight(follower, seconds(10));
    proxy.become(GetParam().illness);
    std::vector<std::jthread> kiosks;
    std::atomic<int> answered = 0;
    for (int k = 0; k < 4; ++k)
        kiosks.emplace_back([&, k] {
            const auto until = std::chrono::steady_clock::now() + seconds(8);
            for (int press = 0; std::chrono::steady_clock::now() < until; ++press) {
                const auto key = "w" + std::to_string(k) + "-" + std::to_string(press);
                centre.ledger().pressed(key);
                tests::Client kiosk(proxy.url(), centre.admin());
                for (int tries = 0; tries < 5; ++tries) {
                    const auto answer = kiosk.post("/api/v1/tickets", R"({"service":"dat-dai"})", key);
                    if (answer.status != 201) continue;
                    centre.ledger().issued(key, std::string(answer["id"].as_string()),
                                           std::string(answer["number"].as_string()));
                    ++answered;
                    break;
                }
            }
        });
    kiosks.clear();
    EXPECT_GT(answered, GetParam().tickets);
    EXPECT_LE(follower.losses(), GetParam().losses) << "the stream must live with it";
    proxy.heal();
    expectRight(follower, seconds(50));
    // What one ticket of issue() did has no key.
    const auto verdict = centre.check(false);
    EXPECT_EQ(verdict.lost + verdict.calledTwice + verdict.otherAnswers, 0) << verdict.text();
}

INSTANTIATE_TEST_SUITE_P(Weathers, WeatherTest,
                         testing::Values(Weather{"TwoSecondsLate", {.delay = milliseconds(2000)}},
                                         Weather{"LateAndOvertaking",
                                                 {.delay = milliseconds(50), .jitter = milliseconds(400)}},
                                         // A heartbeat a second, 3 s late: on a busy machine just too late.
                                         Weather{"ThirtyPercentLost", {.lossPercent = 30}, 3, 2}),
                         [](const auto& instance) { return instance.param.name; });

}  // namespace
}  // namespace luot::faults
