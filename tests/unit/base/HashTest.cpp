#include "base/Hash.hpp"

#include <gtest/gtest.h>

namespace luot::base {
namespace {

// FIPS 180-4 examples, as NIST publishes them.
TEST(HashTest, Sha256GivesTheValuesOfTheStandard) {
    EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

// RFC 4231, test cases 2 and 6 (a key longer than a block).
TEST(HashTest, HmacGivesTheValuesOfTheStandard) {
    const HmacSha256 jefe("Jefe"), longKey(std::string(131, '\xaa'));
    for (int again = 0; again < 2; ++again) {
        EXPECT_EQ(hex(jefe.of("what do ya want for nothing?")),
                  "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        EXPECT_EQ(hex(longKey.of("Test Using Larger Than Block-Size Key - Hash Key First")),
                  "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }
}

TEST(HashTest, Base32HasNoLettersThatAreMistaken) {
    const std::uint8_t bytes[] = {0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf};
    const auto text = base32(bytes, 80);
    EXPECT_EQ(text, "0123456789abcdef");
    const std::uint8_t ones[] = {0xff, 0xff};
    EXPECT_EQ(base32(ones, 10), "zz");
    EXPECT_EQ(base32(ones, 12), "zzr");
    EXPECT_EQ(base32(ones, 3), "w");
}

}  // namespace
}  // namespace luot::base
