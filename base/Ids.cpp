#include "base/Ids.hpp"

#include <sodium.h>

#include <array>

#include "base/Assert.hpp"
#include "base/Hash.hpp"

namespace luot::base {

namespace {

std::string randomText(std::size_t bits) {
    static const bool ready = sodium_init() >= 0;
    LUOT_ASSERT(ready);
    std::array<std::uint8_t, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return base32(bytes.data(), bits);
}

}  // namespace

std::string newId() { return randomText(125); }

std::string newSecret() { return randomText(250); }

}  // namespace luot::base
