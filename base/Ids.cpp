#include "base/Ids.hpp"

#include <sodium.h>

#include <array>
#include <chrono>

#include "base/Assert.hpp"
#include "base/Hash.hpp"

namespace luot::base {

namespace {

using Bytes = std::array<std::uint8_t, 32>;

Bytes randomBytes() {
    static const bool ready = sodium_init() >= 0;
    LUOT_ASSERT(ready);
    Bytes bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

}  // namespace

std::string newId() {
    auto bytes = randomBytes();
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    const auto time =
        static_cast<std::uint64_t>(std::chrono::floor<std::chrono::milliseconds>(sinceEpoch).count());
    // 45 bits from the first on, most significant first; the sixth byte keeps three random ones.
    for (std::size_t i = 0; i < 5; ++i) bytes[i] = static_cast<std::uint8_t>(time >> (37 - 8 * i));
    bytes[5] = static_cast<std::uint8_t>((time << 3) | (bytes[5] & 0x07));
    return base32(bytes.data(), 125);
}

std::string newSecret() { return base32(randomBytes().data(), 250); }

}  // namespace luot::base
