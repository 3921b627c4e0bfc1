#include "net/wire/Outbox.hpp"

#include <gtest/gtest.h>

namespace luot::net::wire {

namespace {

using Offer = Outbox::Offer;

Frame frameOf(std::size_t bytes) { return std::make_shared<const std::string>(bytes, 'x'); }

TEST(OutboxTest, TakesFramesUpToItsBoundInBytes) {
    Outbox outbox(10);
    EXPECT_EQ(outbox.offer(frameOf(4)), Offer::taken);
    EXPECT_EQ(outbox.offer(frameOf(6)), Offer::taken);
    EXPECT_EQ(outbox.offer(frameOf(1)), Offer::full);
    EXPECT_EQ(outbox.bytes(), 10U);
}

TEST(OutboxTest, HasRoomAgainAfterAFrameWasWritten) {
    Outbox outbox(10);
    outbox.offer(frameOf(6));
    outbox.offer(frameOf(4));
    outbox.pop();
    EXPECT_EQ(outbox.bytes(), 4U);
    EXPECT_EQ(outbox.front()->size(), 4U);
    EXPECT_EQ(outbox.offer(frameOf(6)), Offer::taken);
}

TEST(OutboxTest, TakesAFrameLargerThanItsBoundWhenNothingWaits) {
    Outbox outbox(10);
    EXPECT_EQ(outbox.offer(frameOf(11)), Offer::taken);
    EXPECT_EQ(outbox.offer(frameOf(1)), Offer::full);
}

TEST(OutboxTest, DoesNotCountWhatIsOwedWhole) {
    Outbox outbox(10);
    for (int i = 0; i < 5; ++i) EXPECT_EQ(outbox.offerUncounted(frameOf(100)), Offer::taken);
    EXPECT_EQ(outbox.bytes(), 0U);
    EXPECT_EQ(outbox.offer(frameOf(10)), Offer::taken);
    EXPECT_EQ(outbox.offer(frameOf(1)), Offer::full);
    for (int i = 0; i < 6; ++i) outbox.pop();
    EXPECT_TRUE(outbox.empty());
    EXPECT_EQ(outbox.bytes(), 0U);
}

TEST(OutboxTest, TakesNothingAfterItWasClosedButKeepsTheRest) {
    Outbox outbox(10);
    outbox.offer(frameOf(3));
    outbox.close();
    EXPECT_EQ(outbox.offer(frameOf(1)), Offer::closed);
    EXPECT_EQ(outbox.offerUncounted(frameOf(1)), Offer::closed);
    EXPECT_FALSE(outbox.empty());
}

TEST(OutboxTest, ForgetsAllButTheFrameThatIsBeingWritten) {
    Outbox outbox(10);
    outbox.offer(frameOf(3));
    outbox.offer(frameOf(4));
    outbox.truncate(1);
    EXPECT_EQ(outbox.bytes(), 3U);
    outbox.truncate(0);
    EXPECT_TRUE(outbox.empty());
}

TEST(OutboxTest, SharesFramesInsteadOfCopyingThem) {
    const auto frame = frameOf(5);
    Outbox first(10);
    Outbox second(10);
    first.offer(frame);
    second.offer(frame);
    EXPECT_EQ(first.front().get(), second.front().get());
}

}  // namespace
}  // namespace luot::net::wire
