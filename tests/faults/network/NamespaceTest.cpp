#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <cstdlib>
#include <fstream>
#include <future>
#include <thread>

#include "../harness/Figures.hpp"
#include "../harness/Follower.hpp"
#include "../harness/Line.hpp"
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

/// Another host, on a cable to the network of the test: a thread with a network and an /etc/hosts of its own.
class OtherHost {
public:
    /// `hosts`: what stands in place of its /etc/hosts.
    explicit OtherHost(std::string hosts) : hosts_(std::move(hosts)) {}
    ~OtherHost() {
        idle_.reset();
        thread_.join();
    }
    OtherHost(const OtherHost&) = delete;
    OtherHost& operator=(const OtherHost&) = delete;

    /// Plugs the cable in: this end is `here`, the other host is `there`. False: not allowed.
    bool plugIn(const std::string& here, const std::string& there) {
        bool ready = false;
        run([&] { ready = leave(); });
        if (!ready || !does("ip link add lan0 type veth peer name lan1 netns " + std::to_string(tid_)))
            return false;
        run([&] { ready = does("ip addr add " + there + "/24 dev lan1 && ip link set lan1 up"); });
        return ready && does("ip addr add " + here + "/24 dev lan0 && ip link set lan0 up");
    }
    /// Whoever begins a thread or a program in there has it on that host.
    void run(std::function<void()> act) {
        std::packaged_task<void()> task(std::move(act));
        auto done = task.get_future();
        boost::asio::post(io_, [&task] { task(); });
        done.get();
    }

private:
    bool leave() {
        tid_ = gettid();
        return unshare(CLONE_NEWNET | CLONE_NEWNS) == 0 &&
               mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
               mount(hosts_.c_str(), "/etc/hosts", nullptr, MS_BIND, nullptr) == 0 &&
               does("ip link set lo up");
    }

    std::string hosts_;
    pid_t tid_ = 0;
    boost::asio::io_context io_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> idle_{io_.get_executor()};
    std::thread thread_{[this] { io_.run(); }};
};

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

/// A server that is known by a name, and the hall on another host: a display and a follower.
class NamedServer {
public:
    /// False: this machine does not allow the cable between the two.
    bool plugIn() {
        centre_.listenOn("0.0.0.0");
        name({address_});
        return hall_.plugIn(address_, "10.77.0.10");
    }
    void start() {
        ASSERT_TRUE(centre_.start()) << centre_.errors();
        const auto url = "http://luot.test:" + std::to_string(portOf(centre_.url()));
        const auto token = centre_.token("display", "screen 1");
        std::ofstream(centre_.file("token")) << token;
        const Start screen{"luot-display",
                           {"--server", url, "--token-file", centre_.file("token")},
                           {"SDL_VIDEODRIVER=dummy", "SDL_AUDIODRIVER=dummy"},
                           centre_.file("display-stderr")};
        hall_.run([&] {
            follower_ = std::make_unique<Follower>(url, token);
            display_ = std::make_unique<Process>(screen);
        });
        ASSERT_EQ(display_->line(seconds(30)), "ready") << textOf(centre_.file("display-stderr"));
        feed_ = std::make_unique<Line>(centre_.url(), centre_.admin(), tests::hello("manager"));
        bool shown = false;  // the first calls may come before it follows the feed
        for (int i = 0; i < 5 && !shown; ++i) shown = callIsShown(seconds(4));
        ASSERT_TRUE(shown);
    }
    /// The server's host has only that address from now on. The name may stand for others too.
    void moveTo(const std::string& address, const std::vector<std::string>& named) {
        ASSERT_TRUE(does("ip addr del " + address_ + "/24 dev lan0"));
        ASSERT_TRUE(does("ip addr add " + address + "/24 dev lan0"));
        // Nobody answers for the one that is given up, and nobody says so.
        hall_.run([&] { does("ip neigh replace " + address_ + " lladdr 02:00:00:00:00:01 dev lan1"); });
        address_ = address;
        name(named);
    }
    /// Display and follower come back by themselves and have missed nothing.
    void expectRight(const std::string& what) {
        const auto losses = follower_->losses();
        const auto moved = std::chrono::steady_clock::now();
        EXPECT_TRUE(callIsShown(seconds(60))) << textOf(centre_.file("display-stderr"));
        figure(what + ": a call is on the display after", millisecondsSince(moved), "ms");
        tests::Client boss(centre_.url(), centre_.admin());
        const auto last = boss.get("/api/v1/events?limit=1")["last"].to_number<std::int64_t>();
        EXPECT_TRUE(follower_->reaches(last, seconds(50))) << follower_->why();
        EXPECT_GT(follower_->losses(), losses) << "it had lost the server";
        EXPECT_EQ(follower_->feed().gaps() + follower_->feed().doubles(), 0);
        EXPECT_TRUE(display_->runs());
    }

private:
    void name(const std::vector<std::string>& addresses) {
        std::ofstream hosts(centre_.file("hosts"));
        for (const auto& address : addresses) hosts << address << " luot.test\n";
    }
    /// Calls somebody at counter 1; true when the display says in time that it is on its screen.
    bool callIsShown(seconds within) {
        tests::Client boss(centre_.url(), centre_.admin());
        EXPECT_EQ(boss.post("/api/v1/tickets", R"({"service":"chung-thuc"})").status, 201);
        boss.post("/api/v1/counters/1/open", R"({"clerk":"Lan"})");
        boss.post("/api/v1/counters/1/start");
        EXPECT_EQ(boss.post("/api/v1/counters/1/call-next").status, 200);
        const auto until = std::chrono::steady_clock::now() + within;
        while (feed_->up() && std::chrono::steady_clock::now() < until) {
            const auto frame = feed_->next(milliseconds(200));
            const auto* name = frame.if_contains("name");
            if (name != nullptr && *name == "call_shown") return true;
        }
        return false;
    }

    std::string address_ = "10.77.0.1";
    Centre centre_;
    OtherHost hall_{centre_.file("hosts")};
    std::unique_ptr<Line> feed_;
    std::unique_ptr<Follower> follower_;
    std::unique_ptr<Process> display_;
};

TEST_F(NamespaceTest, AServerWithAnotherAddressIsFoundByItsName) {
    bool plugged = false;
    const bool ran = inOwnNetwork([&] {
        NamedServer server;
        plugged = server.plugIn();
        if (!plugged) return;
        ASSERT_NO_FATAL_FAILURE(server.start());
        ASSERT_NO_FATAL_FAILURE(server.moveTo("10.77.0.2", {"10.77.0.2"}));
        server.expectRight("server with another address");
        ASSERT_NO_FATAL_FAILURE(server.moveTo("10.77.0.3", {"10.77.0.2", "10.77.0.3"}));
        server.expectRight("server with another address, whose name still has the old one too");
    });
    if (!ran || !plugged) GTEST_SKIP() << "network namespaces, nftables or cables are not allowed here";
}

}  // namespace
}  // namespace luot::faults
