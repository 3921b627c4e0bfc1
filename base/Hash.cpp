#include "base/Hash.hpp"

#include <openssl/evp.h>
#include <sodium.h>

#include "base/Assert.hpp"

namespace luot::base {

namespace {

/// Looked up once: to find the algorithm takes longer than to hash an event.
const EVP_MD* algorithm() {
    static const EVP_MD* const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    LUOT_ASSERT(found != nullptr);
    return found;
}

}  // namespace

Sha256 sha256(std::string_view bytes) {
    Sha256 hash;
    const int done = EVP_Digest(bytes.data(), bytes.size(), hash.data(), nullptr, algorithm(), nullptr);
    LUOT_ASSERT(done == 1);
    return hash;
}

Sha256 hmacSha256(std::string_view key, std::string_view bytes) {
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(key.data()), key.size());
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    Sha256 hash;
    crypto_auth_hmacsha256_final(&state, hash.data());
    return hash;
}

std::string hex(const Sha256& hash) {
    std::string text(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    text.pop_back();
    return text;
}

std::string base32(const std::uint8_t* bytes, std::size_t bits) {
    static constexpr char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
    std::string text;
    for (std::size_t at = 0; at < bits; at += 5) {
        unsigned value = 0;
        for (std::size_t bit = at; bit < at + 5; ++bit)
            value = value << 1 | (bit < bits ? bytes[bit / 8] >> (7 - bit % 8) & 1U : 0U);
        text += digits[value];
    }
    return text;
}

}  // namespace luot::base
