#include "queue/event/EventCodec.hpp"

#include <boost/core/demangle.hpp>
#include <boost/mp11/algorithm.hpp>
#include <set>
#include <typeinfo>

#include "tests/unit/queue/HallUnderTest.hpp"

namespace luot::queue::test {
namespace {

template <class T>
std::string typeName() {
    auto name = boost::core::demangle(typeid(T).name());
    name = name.substr(name.rfind(':') + 1);
    name[0] = static_cast<char>(std::tolower(name[0]));
    return base::json::snakeCase(name);
}

TEST(EventCodecTest, EveryEventIsNamedAfterItsType) {
    boost::mp11::mp_for_each<Event>(
        [](const auto& fact) { EXPECT_EQ(eventName(fact), typeName<std::decay_t<decltype(fact)>>()); });
}

TEST(EventCodecTest, EveryEventComesBackAsItWas) {
    std::set<std::string> seen;
    boost::mp11::mp_for_each<Event>([&](const auto& fact) {
        Event event = fact;
        // A default date is no day of the calendar.
        if (auto* opened = std::get_if<DayOpened>(&event)) opened->day = monday;
        if (auto* closed = std::get_if<DayClosed>(&event)) closed->day = monday;
        const auto json = encodeEvent(event);
        const auto back = decodeEvent(eventName(event), *base::json::parse(json));
        ASSERT_TRUE(back) << eventName(event) << ": " << back.error().what;
        EXPECT_EQ(back->index(), event.index());
        EXPECT_EQ(encodeEvent(*back), json);
        seen.insert(eventName(event));
    });
    EXPECT_EQ(seen.size(), std::variant_size_v<Event>);
}

TEST(EventCodecTest, CallReadsAsTheContractSays) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.issue("a", true);
    hall.pass(std::chrono::seconds(61));
    const auto events = hall.give(CallNext{1});
    const auto json = *base::json::parse(encodeEvent(events->front()));
    const auto& call = json.as_object();
    EXPECT_EQ(call.at("counter"), 1);
    EXPECT_EQ(call.at("reason").at("code"), "priority");
    EXPECT_EQ(call.at("reason").at("waited_s"), 61);
    EXPECT_EQ(call.at("reason").at("passed_over").at(0), "A001");
    EXPECT_EQ(call.at("ticket").at("number"), "A002");
    EXPECT_EQ(call.at("ticket").at("state"), "called");
    EXPECT_EQ(call.at("ticket").at("called_at"), "2026-11-23T08:01:01+07:00");
    EXPECT_FALSE(call.at("ticket").as_object().contains("outcome")) << "absent members are left out";
}

TEST(EventCodecTest, UnknownNameAndWrongMemberAreNamed) {
    const auto unknown = decodeEvent("ticket_eaten", base::json::Object{});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().fault, base::Fault::invalidInput);
    EXPECT_NE(unknown.error().what.find("ticket_eaten"), std::string::npos);
    const auto wrong = decodeEvent("device_lost", base::json::Object{{"device", 3}});
    ASSERT_FALSE(wrong);
    EXPECT_NE(wrong.error().what.find("'device'"), std::string::npos);
    EXPECT_FALSE(decodeEvent("ticket_called", base::json::Object{}));
}

TEST(EventCodecTest, KeepsAJumpOfTheClockFromAndTo1970) {
    for (const auto years : {56, -56, 90}) {
        const ClockJumped jumped{std::chrono::hours(24 * 365 * years)};
        const auto data = base::json::parse(encodeEvent(Event(jumped)));
        ASSERT_TRUE(data);
        const auto again = decodeEvent("clock_jumped", *data);
        ASSERT_TRUE(again) << years;
        EXPECT_EQ(std::get<ClockJumped>(*again).jump, jumped.jump);
    }
}

}  // namespace
}  // namespace luot::queue::test
