#include "base/Hash.hpp"

#include <openssl/core_names.h>
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

HmacSha256::HmacSha256(std::string_view key) {
    const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> hmac(EVP_MAC_fetch(nullptr, "HMAC", nullptr),
                                                                 EVP_MAC_free);
    LUOT_ASSERT(hmac != nullptr);
    keyed_.reset(EVP_MAC_CTX_new(hmac.get()));
    char digest[] = "SHA256";
    const OSSL_PARAM chosen[]{OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                              OSSL_PARAM_construct_end()};
    const auto* bytes = reinterpret_cast<const unsigned char*>(key.data());
    LUOT_ASSERT(keyed_ != nullptr);
    const int done = EVP_MAC_init(keyed_.get(), bytes, key.size(), chosen);
    LUOT_ASSERT(done == 1);
}

Sha256 HmacSha256::of(std::string_view bytes) const {
    Sha256 hash;
    std::size_t size = 0;
    auto* keyed = keyed_.get();
    // Without a key it begins anew with the one that it has.
    const bool done =
        EVP_MAC_init(keyed, nullptr, 0, nullptr) == 1 &&
        EVP_MAC_update(keyed, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()) == 1 &&
        EVP_MAC_final(keyed, hash.data(), &size, hash.size()) == 1;
    LUOT_ASSERT(done && size == hash.size());
    return hash;
}

void HmacSha256::Free::operator()(evp_mac_ctx_st* keyed) const { EVP_MAC_CTX_free(keyed); }

std::string hex(const Sha256& hash) {
    std::string text(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    text.pop_back();
    return text;
}

std::string base32(const std::uint8_t* bytes, std::size_t bits) {
    static constexpr char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
    std::string text;
    text.reserve((bits + 4) / 5);
    const auto byte = [&](std::size_t i) { return i * 8 < bits ? unsigned{bytes[i]} : 0U; };
    for (std::size_t at = 0; at < bits; at += 5) {
        const unsigned two = byte(at / 8) << 8U | byte(at / 8 + 1);
        const unsigned value = two >> (11 - at % 8) & 31U;
        text += digits[bits - at < 5 ? value & ~0U << (at + 5 - bits) : value];
    }
    return text;
}

}  // namespace luot::base
