#pragma once

#include <optional>
#include <string>

#include "server/api/arguments/Arguments.hpp"

namespace luot::server::api::arguments {

constexpr std::size_t maxTextBytes = 200;

/// Free texts come from outside and end in the journal for good: a bound for each.
inline base::Result<> bounded(const base::json::Path& path, std::string_view text) {
    if (text.size() <= maxTextBytes) return {};
    return base::json::wrongMember(path, "a text of at most 200 bytes");
}

/// The arguments as the struct that describes them.
template <class Arguments>
base::Result<Arguments> described(const Object& given) {
    for (const auto& member : given)
        if (member.value().is_string())
            if (auto fits = bounded({{}, member.key()}, member.value().get_string()); !fits)
                return tl::unexpected(fits.error());
    return base::json::decode<Arguments>(given);
}

/// The same, and the command that `make` makes of it.
template <class Arguments, class Make>
Read read(const Object& given, Make make) {
    return described<Arguments>(given).map([&](Arguments&& a) { return queue::Command(make(std::move(a))); });
}

}  // namespace luot::server::api::arguments
