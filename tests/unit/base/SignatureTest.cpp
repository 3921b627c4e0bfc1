#include "base/Signature.hpp"

#include <gtest/gtest.h>

namespace luot::base {
namespace {

TEST(SignatureTest, FitsItsTextAndKeyAlone) {
    const Signature ours("a secret"), others("another secret");
    const auto signature = ours.of("digit 7, monday");
    EXPECT_TRUE(Signature::fits("digit 7, monday", signature, ours.publicKey()));
    EXPECT_FALSE(Signature::fits("digit 8, monday", signature, ours.publicKey()));
    EXPECT_FALSE(Signature::fits("digit 7, monday", signature, others.publicKey()));
    EXPECT_FALSE(Signature::fits("digit 7, monday", others.of("digit 7, monday"), ours.publicKey()));
}

TEST(SignatureTest, IsTheSameAfterARestart) {
    EXPECT_EQ(Signature("a secret").publicKey(), Signature("a secret").publicKey());
    EXPECT_EQ(Signature("a secret").of("text"), Signature("a secret").of("text"));
}

TEST(SignatureTest, NonsenseFitsNothing) {
    const Signature ours("a secret");
    for (const auto* nonsense : {"", "00", "zz", "0123456789abcdef"}) {
        EXPECT_FALSE(Signature::fits("text", nonsense, ours.publicKey()));
        EXPECT_FALSE(Signature::fits("text", ours.of("text"), nonsense));
    }
}

}  // namespace
}  // namespace luot::base
