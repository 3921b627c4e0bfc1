#include <gtest/gtest.h>
#include <sched.h>

#include <cstdlib>
#include <thread>

#include "../harness/Figures.hpp"
#include "../harness/Follower.hpp"
#include "../harness/Load.hpp"
#include "../proxy/Proxy.hpp"

/// The kernel itself loses packets: a network of its own (network namespace) with rules of nftables.
namespace luot::faults {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

bool does(const std::string& command) { return std::system((command + " 2>/dev/null").c_str()) == 0; }

/// Runs `body` on a thread in a network of its own; false when this machine does not allow one.
bool inOwnNetwork(const std::function<void()>& body) {
    bool ran = false;
    std::jthread([&] {
        if (unshare(CLONE_NEWNET) != 0 || !does("ip link set lo up") || !does("nft add table inet faults"))
            return;
        ran = does("nft 'add chain inet faults in { type filter hook input priority 0; }'");
        if (ran) body();
    }).join();
    std::printf("network namespaces and nftables: %s\n", ran ? "ran" : "not allowed here, left out");
    return ran;
}

/// Of the packets to and from that port so many of a hundred are dropped from now on.
void lose(std::uint16_t port, int percent) {
    ASSERT_TRUE(does("nft flush chain inet faults in"));
    for (const auto* side : {"dport", "sport"}) {
        const auto rule = std::string("tcp ") + side + " " + std::to_string(port);
        const auto chance =
            percent < 100 ? " numgen random mod 100 < " + std::to_string(percent) : std::string();
        const auto add = "nft 'add rule inet faults in " + rule + chance + " drop'";
        ASSERT_TRUE(percent == 0 || does(add));
    }
}

class NamespaceTest : public testing::Test {
protected:
    static void press(Centre& centre, int kiosk, std::atomic<int>& answered, seconds during) {
        const auto until = std::chrono::steady_clock::now() + during;
        for (int press = 0; std::chrono::steady_clock::now() < until; ++press) {
            const auto key = "n" + std::to_string(kiosk) + "-" + std::to_string(press);
            centre.ledger().pressed(key);
            tests::Client client(centre.url(), centre.admin());
            for (int tries = 0; tries < 5; ++tries) {
                const auto answer = client.post("/api/v1/tickets", R"({"service":"dat-dai"})", key);
                if (answer.status != 201) continue;
                centre.ledger().issued(key, std::string(answer["id"].as_string()),
                                       std::string(answer["number"].as_string()));
                ++answered;
                break;
            }
        }
    }
    static std::int64_t lastSeq(Centre& centre) {
        return tests::Client(centre.url(), centre.admin())
            .get("/api/v1/events?limit=1")["last"]
            .to_number<std::int64_t>();
    }
};

TEST_F(NamespaceTest, ThirtyPercentLostPacketsLoseAndDoubleNothing) {
    const bool ran = inOwnNetwork([] {
        Centre centre;
        ASSERT_TRUE(centre.start()) << centre.errors();
        Follower follower(centre.url(), centre.admin());
        ASSERT_TRUE(follower.reaches(lastSeq(centre), seconds(10)));
        lose(portOf(centre.url()), 30);
        std::atomic<int> answered = 0;
        {
            std::vector<std::jthread> kiosks;
            for (int k = 0; k < 4; ++k)
                kiosks.emplace_back([&, k] { press(centre, k, answered, seconds(15)); });
        }
        lose(portOf(centre.url()), 0);
        figure("30 % of packets lost for 15 s: tickets of four kiosks", answered, "");
        figure("30 % of packets lost for 15 s: connections that a display lost", follower.losses(), "");
        EXPECT_GT(answered, 4);
        EXPECT_TRUE(follower.reaches(lastSeq(centre), seconds(50)));
        EXPECT_EQ(follower.feed().gaps() + follower.feed().doubles(), 0);
        const auto verdict = centre.check(false);
        EXPECT_TRUE(verdict.kept()) << verdict.text();
    });
    if (!ran) GTEST_SKIP() << "network namespaces or nftables are not allowed here";
}

TEST_F(NamespaceTest, ACablePulledForTenSecondsIsNoticedAndForgotten) {
    const bool ran = inOwnNetwork([] {
        Centre centre;
        ASSERT_TRUE(centre.start()) << centre.errors();
        Follower follower(centre.url(), centre.admin());
        ASSERT_TRUE(follower.reaches(lastSeq(centre), seconds(10)));
        lose(portOf(centre.url()), 100);
        const auto pulled = std::chrono::steady_clock::now();
        ASSERT_TRUE(follower.loses(1, seconds(50)));
        figure("cable pulled (nftables): noticed by the device after", millisecondsSince(pulled),
               "ms, goal 5000");
        std::this_thread::sleep_until(pulled + seconds(10));
        lose(portOf(centre.url()), 0);
        const auto back = std::chrono::steady_clock::now();
        EXPECT_TRUE(follower.reaches(lastSeq(centre), seconds(50)));
        while (!follower.up() && millisecondsSince(back) < 50'000)
            std::this_thread::sleep_for(milliseconds(5));
        figure("cable pulled for 10 s (nftables): right again after", millisecondsSince(back),
               "ms, goal 5000");
        EXPECT_EQ(follower.feed().gaps() + follower.feed().doubles(), 0);
    });
    if (!ran) GTEST_SKIP() << "network namespaces or nftables are not allowed here";
}

}  // namespace
}  // namespace luot::faults
