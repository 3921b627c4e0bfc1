#include <gtest/gtest.h>

#include "queue/event/EventCodec.hpp"
#include "tests/unit/queue/HallUnderTest.hpp"

namespace luot::queue::test {
namespace {

IssueTicket wishFor(const std::string& procedure) {
    auto wish = issueOf("a", procedure);
    wish.procedure = procedure;
    return wish;
}

TEST(ProcedureTest, ATicketKeepsTheNameThatTheCentreHadForIt) {
    auto rules = smallCentre();
    rules.procedures = {{"copy", {"Bản sao", "Copy"}}};
    auto hall = HallUnderTest::working(rules);
    hall.give(wishFor("copy"));
    EXPECT_EQ(hall.ticket("copy").procedureName, (Words{"Bản sao", "Copy"}));
    hall.give(wishFor("elsewhere"));
    EXPECT_EQ(hall.ticket("elsewhere").procedure, "elsewhere") << "other systems have their own";
    EXPECT_FALSE(hall.ticket("elsewhere").procedureName);
}

TEST(ProcedureTest, RulesOfAnOlderJournalNameNone) {
    SettingsChanged now;
    now.rules = smallCentre();
    auto event = *base::json::parse(encodeEvent(now));
    event.as_object()["rules"].as_object().erase("procedures");
    const auto read = decodeEvent("settings_changed", event);
    ASSERT_TRUE(read) << read.error().what;
    EXPECT_TRUE((*std::get<SettingsChanged>(*read).rules)->procedures.empty());
}

}  // namespace
}  // namespace luot::queue::test
