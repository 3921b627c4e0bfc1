#include "hardware/emulator/machine/Condition.hpp"

#include <gtest/gtest.h>

#include "hardware/emulator/machine/Order.hpp"

namespace luot::hardware::emulator::machine {
namespace {

using Automatic = std::array<std::uint8_t, 4>;

/// Real-time bytes 1 to 4, then the automatic ones.
void expectBytes(const Condition& condition, Automatic realTime, Automatic automatic) {
    for (int n = 1; n <= 4; ++n)
        EXPECT_EQ(condition.realTime(n), realTime[static_cast<std::size_t>(n - 1)]) << "DLE EOT " << n;
    EXPECT_EQ(condition.automatic(), automatic);
}

TEST(ConditionTest, SaysHowItIsInTheBitsOfTheManuals) {
    expectBytes({}, {0x16, 0x12, 0x12, 0x12}, {0x14, 0, 0, 0});
    expectBytes({.nearEnd = true}, {0x16, 0x12, 0x12, 0x1E}, {0x14, 0, 0x03, 0});
    expectBytes({.paperEnd = true}, {0x1E, 0x32, 0x12, 0x7E}, {0x1C, 0, 0x0F, 0});
    expectBytes({.coverOpen = true}, {0x1E, 0x16, 0x12, 0x12}, {0x3C, 0, 0, 0});
    expectBytes({.cutterStuck = true}, {0x1E, 0x52, 0x1A, 0x12}, {0x1C, 0x08, 0, 0});
    expectBytes({.broken = true}, {0x1E, 0x52, 0x32, 0x12}, {0x1C, 0x20, 0, 0});
    expectBytes({.hot = true}, {0x1E, 0x52, 0x52, 0x12}, {0x1C, 0x40, 0, 0});
}

TEST(ConditionTest, CanBeToldApartFromOtherAnswersByTheFixedBits) {
    for (int bits = 0; bits < 256; ++bits) {
        const auto is = [&](int bit) { return (bits >> bit & 1) != 0; };
        const Condition condition{is(0), is(1), is(2), is(3), is(4), is(5), is(6), is(7)};
        for (int n = 1; n <= 4; ++n) EXPECT_EQ(condition.realTime(n) & 0x93, 0x12);
        const auto automatic = condition.automatic();
        EXPECT_EQ(automatic[0] & 0x93, 0x10);
        for (const std::size_t i : {1U, 2U, 3U}) EXPECT_EQ(automatic[i] & 0x90, 0);
        EXPECT_EQ(condition.paperSensor() & 0x90, 0);
    }
}

TEST(OrderTest, ReadsWhatCanBefallAPrinterAndWhen) {
    EXPECT_EQ(parseOrder("jam")->kind, Order::Kind::jam);
    EXPECT_EQ(parseOrder(" cover open \r")->kind, Order::Kind::coverOpen);
    const auto later = parseOrder("paper out after 40 mm");
    ASSERT_TRUE(later);
    EXPECT_EQ(later->kind, Order::Kind::paperOut);
    EXPECT_EQ(later->afterDots, 320);
}

TEST(OrderTest, NamesWhatIsWrongWithAnOrder) {
    for (const auto& [text, named] : {std::pair{"explode", "'explode'"},
                                      {"", "''"},
                                      {"explode", "swallow"},
                                      {"jam after 40", "'40'"},
                                      {"jam after -1 mm", "'-1 mm'"},
                                      {"jam after x mm", "'x mm'"}}) {
        const auto order = parseOrder(text);
        ASSERT_FALSE(order) << text;
        EXPECT_EQ(order.error().fault, base::Fault::invalidInput);
        EXPECT_NE(order.error().what.find(named), std::string::npos) << order.error().what;
    }
}

}  // namespace
}  // namespace luot::hardware::emulator::machine
