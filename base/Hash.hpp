#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct evp_mac_ctx_st;  ///< OpenSSL's EVP_MAC_CTX

namespace luot::base {

using Sha256 = std::array<std::uint8_t, 32>;

/// SHA-256 of `bytes` (FIPS 180-4, by OpenSSL, which uses what the processor has for it).
Sha256 sha256(std::string_view bytes);

/// HMAC-SHA-256 under one key of any length (RFC 2104, by OpenSSL). The key is worked in once.
class HmacSha256 {
public:
    explicit HmacSha256(std::string_view key);
    Sha256 of(std::string_view bytes) const;

private:
    struct Free {
        void operator()(evp_mac_ctx_st* keyed) const;
    };
    std::unique_ptr<evp_mac_ctx_st, Free> keyed_;
};

/// Lower-case hexadecimal.
std::string hex(const Sha256& hash);

/// Crockford's base 32 in lower case of the first `bits` bits: no i, l, o or u, so that it can be read out.
std::string base32(const std::uint8_t* bytes, std::size_t bits);

}  // namespace luot::base
