#include "base/Hash.hpp"

#include <sodium.h>

namespace luot::base {

Sha256 sha256(std::string_view bytes) {
    Sha256 hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
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
