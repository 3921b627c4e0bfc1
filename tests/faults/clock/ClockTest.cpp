#include <gtest/gtest.h>

#include <csignal>
#include <ctime>
#include <thread>

#include "../harness/Load.hpp"
#include "base/Time.hpp"

/// Somebody sets the wall clock of the machine under the running server (docs/adr/0024).
namespace luot::faults {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::int64_t hour = 3600;

/// What is to be added to the real clock for it to show that moment.
std::int64_t shiftTo(const char* moment) {
    const auto wanted = base::parseInstant(moment).value().time_since_epoch();
    return std::chrono::duration_cast<seconds>(wanted).count() - std::time(nullptr);
}

class ClockTest : public testing::Test {
protected:
    ClockTest() : centre(std::vector<std::string>{}) {
        centre.shim().shiftClock(shiftTo("2026-11-23T09:00:00+07:00"));
        EXPECT_TRUE(centre.start()) << centre.errors();
    }

    void TearDown() override {
        if (!HasFailure()) return;
        tests::Client reader(centre.url(), centre.admin());
        std::printf("%s\n%s\n", centre.errors().c_str(), reader.get("/api/v1/events?since=1").text.c_str());
    }

    tests::Answer issue() {
        tests::Client kiosk(centre.url(), centre.admin());
        return kiosk.post("/api/v1/tickets", R"({"service":"chung-thuc"})");
    }
    static base::Instant issuedAt(const tests::Answer& ticket) {
        return base::parseInstant(std::string(ticket["issued_at"].as_string())).value();
    }
    bool hears(const std::string& words, milliseconds within) {
        tests::Client reader(centre.url(), centre.admin());
        const auto until = std::chrono::steady_clock::now() + within;
        while (std::chrono::steady_clock::now() < until) {
            if (reader.get("/api/v1/events?limit=10000").text.find(words) != std::string::npos) return true;
            std::this_thread::sleep_for(milliseconds(20));
        }
        return false;
    }
    /// No fault of the clock is open, and no screen shows one.
    bool isRightAgain(milliseconds within = seconds(60)) {
        tests::Client reader(centre.url(), centre.admin());
        const auto until = std::chrono::steady_clock::now() + within;
        do {
            bool open = false;
            const auto answer = reader.get("/api/v1/faults");
            for (const auto& fault : answer["faults"].as_array())
                open |= fault.at("code") == "clock_set" && !fault.as_object().contains("ended_at");
            if (!open && reader.get("/api/v1/hall").text.find("clock_fault") == std::string::npos)
                return true;
            std::this_thread::sleep_for(milliseconds(100));
        } while (std::chrono::steady_clock::now() < until);
        return false;
    }
    void set(std::int64_t by) {
        shift_ += by;
        centre.shim().shiftClock(shiftTo("2026-11-23T09:00:00+07:00") + shift_);
    }

    Centre centre;
    std::int64_t shift_ = 0;
};

struct Set {
    const char* name;
    std::int64_t seconds;
};
class ClockSetTest : public ClockTest, public testing::WithParamInterface<Set> {};

TEST_P(ClockSetTest, ChangesNoOrderNoNumberAndNoWaitAndIsOnRecord) {
    const auto first = issue();
    ASSERT_EQ(first.status, 201) << first.text;
    ASSERT_TRUE(hears("ticket_issued", seconds(10))) << "an answer comes before the feed is told";
    set(GetParam().seconds);
    const auto second = issue();
    ASSERT_EQ(second.status, 201) << second.text;
    EXPECT_EQ(first["number"].as_string(), "A001");
    EXPECT_EQ(second["number"].as_string(), "A002");
    const auto between = issuedAt(second) - issuedAt(first);
    EXPECT_GE(between.count(), 0);
    EXPECT_LT(between, std::chrono::minutes(1));
    EXPECT_TRUE(hears("clock_jumped", seconds(60)));

    tests::Client boss(centre.url(), centre.admin());
    EXPECT_EQ(boss.post("/api/v1/counters/1/open", R"({"clerk":"Lan"})").status, 200);
    const auto call = boss.post("/api/v1/counters/1/call-next");
    ASSERT_EQ(call.status, 200) << call.text;
    EXPECT_EQ(call["ticket"].at("number").as_string(), "A001");
    const auto waited = call["ticket"].at("waited_s").to_number<int>();
    EXPECT_GE(waited, 0);
    EXPECT_LT(waited, 90);
    const auto hall = boss.get("/api/v1/hall").text;
    EXPECT_NE(hall.find("clock_fault"), std::string::npos) << "staff must see it";
    EXPECT_EQ(issue()["number"].as_string(), "A003");
    EXPECT_EQ(centre.findings(), "");
}

INSTANTIATE_TEST_SUITE_P(Clocks, ClockSetTest,
                         testing::Values(Set{"AnHourForward", hour}, Set{"AnHourBack", -hour},
                                         Set{"ADayForward", 24 * hour}, Set{"ADayBack", -24 * hour},
                                         Set{"To1970", -498'000 * hour}, Set{"To2038", 98'000 * hour}),
                         [](const auto& instance) { return instance.param.name; });

TEST_F(ClockTest, ABoardThatBeginsIn1970AfterAPowerCutGoesOnWithItsDay) {
    const auto first = issue();
    ASSERT_EQ(first.status, 201) << first.text;
    centre.kill();
    centre.shim().shiftClock(-std::time(nullptr));
    ASSERT_TRUE(centre.start()) << centre.errors();
    const auto second = issue();
    ASSERT_EQ(second.status, 201) << second.text;
    EXPECT_EQ(second["number"].as_string(), "A002");
    EXPECT_GE(issuedAt(second), issuedAt(first));
    EXPECT_LT(issuedAt(second) - issuedAt(first), std::chrono::minutes(5));
    EXPECT_TRUE(hears("clock_jumped", seconds(60))) << "staff must know that the clock is wrong";
    // The network is back and sets the clock: ten minutes have passed.
    centre.shim().shiftClock(shiftTo("2026-11-23T09:10:00+07:00"));
    EXPECT_TRUE(hears("clock_jumped\",\"data\":{\"jump\":1", seconds(60)));
    const auto third = issue();
    ASSERT_EQ(third.status, 201) << third.text;
    EXPECT_EQ(third["number"].as_string(), "A003");
    EXPECT_GT(issuedAt(third) - issuedAt(first), std::chrono::minutes(8));
    EXPECT_TRUE(isRightAgain());
}

TEST_F(ClockTest, AClockThatIsPutRightIsAFaultNoLonger) {
    ASSERT_EQ(issue().status, 201);
    ASSERT_TRUE(hears("ticket_issued", seconds(10))) << "while nobody has a number the clock is followed";
    set(hour);
    EXPECT_TRUE(hears("clock_jumped", seconds(60)));
    EXPECT_FALSE(isRightAgain(milliseconds(0)));
    set(-hour);
    EXPECT_TRUE(isRightAgain());
    centre.kill();
    ASSERT_TRUE(centre.start()) << centre.errors();
    EXPECT_TRUE(isRightAgain()) << "and stays so";
}

/// The cure of what the server before had on record is told by the one that sees it.
TEST_F(ClockTest, AClockThatIsPutRightWhileTheServerIsAwayIsAFaultNoLonger) {
    ASSERT_EQ(issue().status, 201);
    ASSERT_TRUE(hears("ticket_issued", seconds(10))) << "while nobody has a number the clock is followed";
    set(hour);
    EXPECT_TRUE(hears("clock_jumped", seconds(60)));
    centre.kill();
    set(-hour);
    ASSERT_TRUE(centre.start()) << centre.errors();
    EXPECT_TRUE(isRightAgain());
}

}  // namespace
}  // namespace luot::faults
