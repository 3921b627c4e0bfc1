#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <set>
#include <thread>

#include "../harness/Centre.hpp"
#include "../harness/Figures.hpp"
#include "../harness/Follower.hpp"

/// The real server over many days of work, each ten seconds long.
namespace luot::faults {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// Three days; LUOT_SOAK names other seconds.
seconds length() {
    const char* wanted = std::getenv("LUOT_SOAK");
    return seconds(wanted != nullptr ? std::atoi(wanted) : 30);
}

class SoakTest : public testing::Test {
protected:
    SoakTest() { EXPECT_TRUE(centre.start()) << centre.errors(); }

    void press(const std::stop_token& stop) {
        tests::Client kiosk(centre.url(), centre.admin());
        while (!stop.stop_requested()) {
            if (kiosk.post("/api/v1/tickets", R"({"service":"chung-thuc"})").status == 201) ++tickets;
            std::this_thread::sleep_for(milliseconds(5));
        }
    }
    void serve(const std::stop_token& stop, int counter) {
        tests::Client clerk(centre.url(), centre.admin());
        const auto at = "/api/v1/counters/" + std::to_string(counter);
        while (!stop.stop_requested()) {
            if (clerk.post(at + "/call-next").status == 409 && clerk.post(at + "/start").status != 200)
                clerk.post(at + "/open", R"({"clerk":"Lan"})");
            std::this_thread::sleep_for(milliseconds(5));
        }
    }

    Centre centre{{"--start-time", "2026-11-23T06:00:00+07:00", "--speed", "8640"}};
    std::atomic<int> tickets = 0;
};

TEST_F(SoakTest, DaysOfWorkLeaveTheServerAsItWas) {
    const auto display = centre.token("display", "screen 1");
    Follower follower(centre.url(), display);
    std::vector<std::jthread> people;
    people.emplace_back([this](const std::stop_token& stop) { press(stop); });
    for (const int counter : {1, 2, 3})
        people.emplace_back([this, counter](const std::stop_token& stop) { serve(stop, counter); });

    tests::Client boss(centre.url(), centre.admin());
    std::set<std::string> days;
    std::vector<double> memory;
    const auto began = std::chrono::steady_clock::now();
    const int files = centre.server().openFiles();
    while (std::chrono::steady_clock::now() - began < length()) {
        Follower passing(centre.url(), display);  // a display that comes and goes
        std::this_thread::sleep_for(milliseconds(500));
        const auto hall = boss.get("/api/v1/hall");
        if (hall["day"].is_string()) days.emplace(hall["day"].as_string());
        memory.push_back(centre.server().memory());
    }
    people.clear();

    const auto third = static_cast<std::ptrdiff_t>(memory.size() / 3);
    ASSERT_GT(third, 5);
    const auto early = *std::max_element(memory.begin(), memory.begin() + third);
    const auto late = *std::max_element(memory.end() - third, memory.end());
    figure("soak: simulated days", static_cast<double>(days.size()), "");
    figure("soak: tickets", tickets, "");
    figure("soak: memory of the server, most in the first third", early, "KiB");
    figure("soak: memory of the server, most in the last third", late, "KiB");
    EXPECT_GE(days.size(), 2U);
    EXPECT_GT(tickets, 100);
    EXPECT_LT(late, 1.25 * early + 4096);
    EXPECT_LE(centre.server().openFiles(), files + 8);
    EXPECT_EQ(follower.feed().gaps() + follower.feed().doubles(), 0);
    EXPECT_EQ(follower.losses(), 0);
    EXPECT_EQ(centre.server().end(SIGTERM), 0);
    EXPECT_EQ(centre.findings(), "");
}

}  // namespace
}  // namespace luot::faults
