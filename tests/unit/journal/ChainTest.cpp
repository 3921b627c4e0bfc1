#include "journal/Chain.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace luot::journal::test {

// The expected hashes were made by the Python lines of docs/journal.md: outsiders rely on the format.
TEST(ChainTest, HashesTheFirstRowBehindZeros) {
    const auto end = chained({}, Fact{Instant{}, "", "", "", "", "", "{}"});
    EXPECT_EQ(end.seq, 1);
    EXPECT_EQ(base::hex(end.hash), "08361085bc12865ca0b99926d64856f784be5027a58a52cc242f0eb2a2978a64");
}

TEST(ChainTest, HashesARowBehindTheHashBeforeIt) {
    ChainEnd before{41, {}};
    std::iota(before.hash.begin(), before.hash.end(), std::uint8_t{0});
    const Fact fact{Instant(base::Milliseconds(1'795'393'800'250)),
                    "Quầy 1",
                    "counter",
                    "cmd-1",
                    "t1",
                    "ticket_called",
                    R"({"number":"A001"})"};
    const auto end = chained(before, fact);
    EXPECT_EQ(end.seq, 42);
    EXPECT_EQ(base::hex(end.hash), "42337f4db05892a48cc2eab238b180052483eed4228aeb11c95d5f9e1af253f6");
}

RC_GTEST_PROP(ChainProperty, GivesAnotherHashWhenTextMovesFromOneFieldToTheNext,
              (std::string text, std::string rest)) {
    RC_PRE(!text.empty());
    const Fact one{Instant{}, text, rest, "", "", "n", "{}"};
    const Fact other{Instant{}, "", text + rest, "", "", "n", "{}"};
    RC_ASSERT(chained({}, one) != chained({}, other));
}

}  // namespace luot::journal::test
