#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/Result.hpp"
#include "journal/Journal.hpp"
#include "server/auth/Role.hpp"

namespace luot::server::auth {

/// A new token of that role: the row to keep and the secret to hand out once.
struct NewToken {
    journal::Token row;
    std::string secret;
};

/// invalidInput when the role is unknown, the name empty or too long, or the counter missing where it must
/// be.
base::Result<NewToken> makeToken(std::string_view role, std::string_view name, std::optional<int> counter,
                                 base::Instant now);

/// Kiosks that may number alone: each has a digit of its own, and none is given twice.
constexpr int digits = 10;

/// A kiosk's token with its digit. The digit is in the id, and no two tokens have the same: whoever comes
/// first has it. None for other roles.
std::optional<NewToken> withDigit(NewToken token, int digit);

/// The tokens that are known, by the hash of their secret. Lives on the network thread.
class Tokens {
public:
    void replace(const std::vector<journal::Token>& tokens);
    /// Whose secret that is; null when nobody's. The caller stays valid until the next replace().
    const Caller* find(std::string_view secret) const;

private:
    std::unordered_map<std::string, Caller> byHash_;
};

/// The secret in "Bearer SECRET"; empty when the header is anything else.
std::string_view bearerSecret(std::string_view authorization);

}  // namespace luot::server::auth
