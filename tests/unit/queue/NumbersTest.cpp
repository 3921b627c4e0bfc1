#include "tests/unit/queue/HallUnderTest.hpp"

namespace luot::queue::test {
namespace {

TEST(NumbersTest, CountEachServiceWithItsOwnPrefix) {
    auto hall = HallUnderTest::working();
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A001");
    EXPECT_EQ(hall.ticket(hall.issue("b")).number, "B001");
    EXPECT_EQ(hall.ticket(hall.issue("a", true)).number, "A002") << "priority is in the same series";
}

TEST(NumbersTest, GoOnFromA999ToA1000) {
    auto hall = HallUnderTest::working();
    for (int i = 0; i < 998; ++i) hall.issue("a");
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A999");
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A1000");
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A1001");
}

TEST(NumbersTest, AreRefusedAfterTheEndOfTheSeries) {
    auto rules = smallCentre();
    rules.services[0].numbers.first = 100;
    rules.services[0].numbers.last = 101;
    auto hall = HallUnderTest::working(rules);
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A100");
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A101");
    const auto refused = hall.give(issueOf("a"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(word(refused.error().code), "series_used_up");
    EXPECT_EQ(refused.error().subject, "a");
    EXPECT_EQ(refused.error().detail, "101");
    EXPECT_EQ(hall.answer(issueOf("b")), "ok") << "other services go on";
}

TEST(NumbersTest, AreNotUsedAgainAfterTheTicketEnded) {
    auto hall = HallUnderTest::working();
    hall.give(CancelTicket{hall.issue("a")});
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A002");
}

TEST(NumbersTest, GoOnWhenTheSameDayIsOpenedAgain) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.give(CloseDay{});
    hall.give(OpenDay{});
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A002");
}

TEST(NumbersTest, NeverComeTwiceWhenPrefixesAreSwappedInsideADay) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.issue("a");
    hall.issue("b");
    hall.give(CloseDay{});
    auto rules = smallCentre();
    std::swap(rules.services[0].numbers.prefix, rules.services[1].numbers.prefix);
    EXPECT_EQ(hall.answer(ChangeSettings{rules}), "ok");
    hall.give(OpenDay{});
    EXPECT_EQ(hall.ticket(hall.issue("b")).number, "A003") << "A002 was given out";
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "B003");
}

TEST(NumbersTest, NeverComeTwiceWhenOnePrefixContinuesAnother) {
    auto rules = smallCentre();
    rules.services[1].numbers.prefix = "A1";
    rules.services[0].numbers.first = 1001;
    auto hall = HallUnderTest::working(rules);
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A1001");
    EXPECT_EQ(hall.ticket(hall.issue("b")).number, "A1002");
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A1003");
}

TEST(NumbersTest, AreGivenWhetherOrNotACounterIsOpen) {
    HallUnderTest hall;
    hall.give(TimePassed{});
    EXPECT_EQ(hall.ticket(hall.issue("a")).number, "A001");
}

TEST(NumbersTest, TicketCarriesWhatTheCitizenSaid) {
    auto hall = HallUnderTest::working();
    auto command = issueOf("a");
    command.procedure = "2.000815";
    command.priority = true;
    command.language = "en";
    command.dossiers = 999;
    command.dossierCode = "H01.2";
    hall.give(command);
    const auto& ticket = hall.ticket("x");
    EXPECT_EQ(ticket.procedure, "2.000815");
    EXPECT_TRUE(ticket.priority);
    EXPECT_EQ(ticket.language, "en");
    EXPECT_EQ(ticket.dossiers, 999);
    EXPECT_EQ(ticket.dossierCode, "H01.2");
    EXPECT_EQ(ticket.issuedAt, hall.now);
    EXPECT_EQ(ticket.state, TicketState::waiting);
}

}  // namespace
}  // namespace luot::queue::test
