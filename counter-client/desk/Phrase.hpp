#pragma once

#include <string>
#include <utility>
#include <vector>

namespace luot::counterclient::desk {

/// Something to say, still without a language: a key of the wording file with what fills it, or, with an
/// empty key, a name that the centre or the server gave in both languages.
struct Phrase {
    std::string key;
    std::vector<std::pair<std::string, std::string>> values;
    std::string vi;
    std::string en;

    static Phrase of(std::string key, std::vector<std::pair<std::string, std::string>> values = {}) {
        return {std::move(key), std::move(values), {}, {}};
    }
    static Phrase named(std::string vi, std::string en) { return {{}, {}, std::move(vi), std::move(en)}; }

    bool empty() const { return key.empty() && vi.empty() && en.empty(); }
    bool operator==(const Phrase&) const = default;
};

}  // namespace luot::counterclient::desk
