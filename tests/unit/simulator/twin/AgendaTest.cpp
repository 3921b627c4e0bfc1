#include "simulator/twin/Agenda.hpp"

#include <gtest/gtest.h>

namespace luot::simulator::twin {
namespace {

base::Instant second(int count) { return base::Instant(base::Seconds(count)); }

TEST(AgendaTest, GivesWhatIsFirstInTime) {
    Agenda<char> agenda;
    agenda.add(second(3), 'c');
    agenda.add(second(1), 'a');
    agenda.add(second(2), 'b');
    EXPECT_EQ(agenda.nextAt(), second(1));
    EXPECT_EQ(agenda.take().what, 'a');
    EXPECT_EQ(agenda.take().what, 'b');
    EXPECT_EQ(agenda.take().what, 'c');
    EXPECT_TRUE(agenda.empty());
}

TEST(AgendaTest, KeepsTheOrderOfAskingAtOneMoment) {
    Agenda<int> agenda;
    for (int i = 0; i < 100; ++i) agenda.add(second(7), i);
    for (int i = 0; i < 100; ++i) EXPECT_EQ(agenda.take().what, i);
}

}  // namespace
}  // namespace luot::simulator::twin
