#include "server/auth/Tokens.hpp"

#include <fmt/format.h>

#include "base/Hash.hpp"
#include "base/Ids.hpp"

namespace luot::server::auth {

namespace {

constexpr std::size_t maxNameBytes = 64;

/// The row's number is the counter of a counter and the digit of a kiosk.
Caller callerOf(const journal::Token& token, Role role) {
    Caller caller{token.id, token.name, role, std::nullopt, std::nullopt};
    (role == Role::dispenser ? caller.digit : caller.counter) = token.counter;
    return caller;
}

}  // namespace

std::optional<NewToken> withDigit(NewToken token, int digit) {
    if (token.row.role != name(Role::dispenser)) return std::nullopt;
    token.row.id = fmt::format("dispenser-{}", digit);
    token.row.counter = digit;
    return token;
}

base::Result<NewToken> makeToken(std::string_view role, std::string_view name, std::optional<int> counter,
                                 base::Instant now) {
    const auto known = roleNamed(role);
    if (!known)
        return base::fail(base::Fault::invalidInput,
                          fmt::format("'{}' is no role; take one of {}", role, roleNames()));
    if (name.empty() || name.size() > maxNameBytes)
        return base::fail(
            base::Fault::invalidInput,
            fmt::format("the name must have 1 to {} bytes; give the device or person one", maxNameBytes));
    if (*known == Role::counter && !counter)
        return base::fail(base::Fault::invalidInput,
                          "a token of role counter is bound to one; add --counter N");
    if (*known != Role::counter && counter)
        return base::fail(base::Fault::invalidInput, "--counter goes with role counter only; leave it out");
    auto secret = base::newSecret();
    journal::Token row{
        base::newId(), base::hex(base::sha256(secret)), std::string(role), std::string(name), counter, now};
    return NewToken{std::move(row), std::move(secret)};
}

void Tokens::replace(const std::vector<journal::Token>& tokens) {
    byHash_.clear();
    for (const auto& token : tokens)
        if (const auto role = roleNamed(token.role))
            byHash_.emplace(token.secretHash, callerOf(token, *role));
}

const Caller* Tokens::find(std::string_view secret) const {
    if (secret.empty()) return nullptr;
    const auto found = byHash_.find(base::hex(base::sha256(secret)));
    return found == byHash_.end() ? nullptr : &found->second;
}

std::string_view bearerSecret(std::string_view authorization) {
    constexpr std::string_view scheme = "Bearer ";
    if (!authorization.starts_with(scheme)) return {};
    return authorization.substr(scheme.size());
}

}  // namespace luot::server::auth
