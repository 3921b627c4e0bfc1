#include "base/Signature.hpp"

#include <sodium.h>

#include <array>

#include "base/Hash.hpp"

namespace luot::base {

namespace {

using PublicKey = std::array<unsigned char, crypto_sign_PUBLICKEYBYTES>;
using Signed = std::array<unsigned char, crypto_sign_BYTES>;

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

template <class Bytes>
std::string hexOf(const Bytes& bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

template <class Bytes>
bool readHex(std::string_view text, Bytes& bytes) {
    std::size_t read = 0;
    return sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &read, nullptr) ==
               0 &&
           read == bytes.size();
}

}  // namespace

Signature::Signature(std::string_view seed) {
    static_assert(crypto_sign_SEEDBYTES == std::tuple_size_v<Sha256>);
    const auto hashed = sha256(seed);
    PublicKey key{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    crypto_sign_seed_keypair(key.data(), secret.data(), hashed.data());
    publicKey_ = hexOf(key);
    secretKey_.assign(reinterpret_cast<const char*>(secret.data()), secret.size());
}

std::string Signature::of(std::string_view text) const {
    Signed made{};
    crypto_sign_detached(made.data(), nullptr, bytesOf(text), text.size(), bytesOf(secretKey_));
    return hexOf(made);
}

bool Signature::fits(std::string_view text, std::string_view signature, std::string_view publicKey) {
    Signed made{};
    PublicKey key{};
    if (!readHex(signature, made) || !readHex(publicKey, key)) return false;
    return crypto_sign_verify_detached(made.data(), bytesOf(text), text.size(), key.data()) == 0;
}

}  // namespace luot::base
