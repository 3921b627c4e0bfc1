#include "simulator/whatif/WhatIf.hpp"

#include <gmock/gmock.h>

#include "simulator/policies/Policy.hpp"
#include "simulator/whatif/Command.hpp"
#include "simulator/whatif/Staffing.hpp"
#include "tests/unit/simulator/recorded/Recording.hpp"

namespace luot::simulator::whatif {
namespace {

using recorded::test::at;
using recorded::test::HallUnderTest;
using recorded::test::Recording;
using ::testing::HasSubstr;

/// A morning at counters 1 and 3: a normal one of a before each priority one of a, all within a few minutes;
/// and one of b. Calls are made as the rules say.
HallUnderTest recordedMorning() {
    auto hall = Recording::morning();
    hall.now = at(8);
    for (const int counter : {1, 3}) hall.give(queue::OpenCounter{counter, std::nullopt});
    hall.issue("b");
    Recording::serve(hall, 3, base::Seconds(0), base::Minutes(1));
    for (int i = 0; i < 4; ++i) {
        hall.issue("a");
        hall.issue("a", true);
    }
    for (int i = 0; i < 8; ++i) Recording::serve(hall, 1, base::Seconds(10), base::Minutes(5));
    hall.now = at(11, 30);
    for (const int counter : {1, 3}) hall.give(queue::CloseCounter{counter});
    return hall;
}

class WhatIfTest : public testing::Test {
protected:
    WhatIfTest() { recording_.write(recordedMorning()); }

    recorded::DayRecord record() const {
        auto read = recording_.read();
        EXPECT_TRUE(read) << read.error().what;
        return std::move(*read);
    }

    base::settings::Arguments asked(const std::string& day) const {
        base::settings::Arguments arguments(replayProgram("").settings);
        arguments.put("--data", recording_.folder().string());
        arguments.put("--day", day);
        return arguments;
    }

    static std::string refusal(const base::Result<std::string>& result) {
        return result ? "printed: " + *result : result.error().what;
    }

    Recording recording_;
};

TEST_F(WhatIfTest, GivesTheSameWaitsAgainUnderTheSameRules) {
    const auto told = versions(record(), {"strict", std::nullopt});
    ASSERT_TRUE(told) << told.error().what;
    ASSERT_EQ(told->size(), 3U);
    EXPECT_DOUBLE_EQ((*told)[0].waiting.all().mean, (*told)[1].waiting.all().mean);
    EXPECT_DOUBLE_EQ((*told)[0].waiting.all().longest, (*told)[1].waiting.all().longest);
    EXPECT_EQ((*told)[1].waiting.all().count, 9U);
}

TEST_F(WhatIfTest, ShortensTheWaitWithAnotherCounter) {
    const auto told = versions(record(), {std::nullopt, "1,2,3"});
    ASSERT_TRUE(told) << told.error().what;
    EXPECT_EQ((*told)[1].counters, 2U);
    EXPECT_EQ((*told)[2].counters, 3U);
    EXPECT_LT((*told)[2].waiting.all().mean, 0.6 * (*told)[1].waiting.all().mean);
}

TEST_F(WhatIfTest, ChangesTheOrderAndNotTheSumOfTheWaits) {
    auto fair = record();
    fair.rules.order = *policies::orderNamed("first_come");
    const auto told = versions(fair, {"strict", std::nullopt});
    ASSERT_TRUE(told) << told.error().what;
    EXPECT_LT((*told)[2].waiting.priority().mean, (*told)[1].waiting.priority().mean);
    EXPECT_GT((*told)[2].waiting.normal().mean, (*told)[1].waiting.normal().mean);
    EXPECT_NEAR((*told)[2].waiting.all().mean, (*told)[1].waiting.all().mean, 0.1);
}

TEST_F(WhatIfTest, TakesForANumberOfCountersThoseThatAreNeeded) {
    const auto shifts = restaffed(record(), "2");
    ASSERT_TRUE(shifts) << shifts.error().what;
    std::set<int> counters;
    for (const auto& shift : *shifts) counters.insert(shift.counter);
    EXPECT_EQ(counters.size(), 2U);
    EXPECT_TRUE(counters.contains(1) || counters.contains(2));
}

TEST_F(WhatIfTest, GivesACounterThatWasNotStaffedTheSessions) {
    const auto shifts = restaffed(record(), "1,2,3");
    ASSERT_TRUE(shifts);
    std::vector<twin::Shift> ofTwo;
    for (const auto& shift : *shifts)
        if (shift.counter == 2) ofTwo.push_back(shift);
    ASSERT_EQ(ofTwo.size(), 2U);
    EXPECT_EQ(ofTwo[0].from, at(7, 30));
    EXPECT_EQ(ofTwo[1].to, at(17));
}

TEST_F(WhatIfTest, NamesWhatIsWrongWithTheCounters) {
    const auto day = record();
    EXPECT_THAT(restaffed(day, "1,12").error().what, HasSubstr("no counter 12; there are 1, 2, 3, 9"));
    EXPECT_THAT(restaffed(day, "1,9").error().what, HasSubstr("the counters 1, 9 serves b"));
    EXPECT_THAT(restaffed(day, "7").error().what, HasSubstr("has 4 counters"));
    for (const auto* text : {"", "x", "1,", "0", "1;2", "-3"})
        EXPECT_THAT(restaffed(day, text).error().what, HasSubstr("--counters must be")) << text;
}

TEST_F(WhatIfTest, TakesAPriorityWindowForNobodysCounter) {
    auto day = record();
    for (auto& place : day.rules.counters)
        if (place.number == 3) place.priority = queue::TakesPriority::only;
    EXPECT_THAT(restaffed(day, "1,3").error().what, HasSubstr("the counters 1, 3 serves b"));
}

TEST_F(WhatIfTest, PrintsTheVersionsSideBySide) {
    auto arguments = asked("2026-11-23");
    arguments.put("--policy", "strict");
    const auto text = replay(arguments);
    ASSERT_TRUE(text) << text.error().what;
    for (const auto* part : {"2026-11-23", "as it was", "played again", "strict", "9 numbers", "8 numbers",
                             "p50", "p90", "longest", "within 15 minutes", "priority"})
        EXPECT_THAT(*text, HasSubstr(part));
}

TEST_F(WhatIfTest, NamesTheCureOfWhatIsWrong) {
    EXPECT_THAT(refusal(replay(asked("2026-11-23"))), HasSubstr("--policy NAME, --counters N or both"));
    auto arguments = asked("2026-11-30");
    arguments.put("--policy", "strict");
    EXPECT_THAT(refusal(replay(arguments)), HasSubstr("it has 2026-11-23"));
    arguments = asked("today");
    arguments.put("--policy", "strict");
    EXPECT_THAT(refusal(replay(arguments)), HasSubstr("--day"));
    arguments = asked("2026-11-23");
    arguments.put("--policy", "nicest");
    EXPECT_THAT(refusal(replay(arguments)), HasSubstr("no policy 'nicest'; take one of"));
}

}  // namespace
}  // namespace luot::simulator::whatif
