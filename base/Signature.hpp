#pragma once

#include <string>
#include <string_view>

namespace luot::base {

/// A pair of keys for Ed25519 signatures (RFC 8032, by libsodium), always the same for the same seed.
class Signature {
public:
    /// `seed`: a secret of any length.
    explicit Signature(std::string_view seed);

    /// What others need to check; hexadecimal.
    const std::string& publicKey() const { return publicKey_; }
    /// Hexadecimal.
    std::string of(std::string_view text) const;
    /// Whether the owner of that public key has signed the text.
    static bool fits(std::string_view text, std::string_view signature, std::string_view publicKey);

private:
    std::string publicKey_;
    std::string secretKey_;  ///< 64 bytes
};

}  // namespace luot::base
