#include "simulator/course/Staff.hpp"

#include <gmock/gmock.h>

namespace luot::simulator::course {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

protocol::Counter counter(int number, std::vector<std::string> services) {
    protocol::Counter desk;
    desk.number = number;
    desk.state = "closed";
    desk.services = std::move(services);
    return desk;
}

protocol::Hall fourCounters() {
    protocol::Hall hall;
    hall.counters = {counter(1, {"copies"}), counter(2, {"copies"}), counter(3, {"land", "births"}),
                     counter(4, {})};
    return hall;
}

TEST(StaffTest, AllCountersThatServeAnythingWithoutANumber) {
    EXPECT_THAT(chooseCounters(fourCounters(), std::nullopt), ElementsAre(1, 2, 3));
}

TEST(StaffTest, FewClerksServeAsManyServicesAsTheyCan) {
    EXPECT_THAT(chooseCounters(fourCounters(), 1), ElementsAre(3));
    EXPECT_THAT(chooseCounters(fourCounters(), 2), ElementsAre(1, 3));
    EXPECT_THAT(chooseCounters(fourCounters(), 0), IsEmpty());
}

TEST(StaffTest, LeavesACounterToTheClerkWhoWorksThere) {
    auto hall = fourCounters();
    hall.counters[0].state = "open";
    hall.counters[0].clerk = "Lan";
    hall.counters[1].state = "paused";
    hall.counters[1].clerk = clerkAt(2);
    EXPECT_THAT(chooseCounters(hall, std::nullopt), ElementsAre(2, 3));
}

TEST(StaffTest, CitizensComeForWhatIsServed) {
    const std::set<std::string> served{"copies", "land"};
    EXPECT_THAT(mixOf({{"copies", 0.5}, {"births", 0.4}, {"land", 0.1}}, served),
                ElementsAre(Pair("copies", 0.5), Pair("land", 0.1)));
    EXPECT_THAT(mixOf({{"births", 1}}, served), ElementsAre(Pair("copies", 1), Pair("land", 1)));
    EXPECT_THAT(mixOf({}, served), ElementsAre(Pair("copies", 1), Pair("land", 1)));
}

}  // namespace
}  // namespace luot::simulator::course
