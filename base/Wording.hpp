#pragma once

#include <filesystem>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/Result.hpp"

namespace luot::base {

/// What stands in a sentence for "{name}".
struct Fill {
    std::string_view name;
    std::string_view value;
};

/// All words for people, by language ("vi", "en") and key ("kiosk.back"). Loaded once, then only read.
class Wording {
public:
    /// Reads <folder>/<language>.toml of every language there; vi and en must be. invalidInput: every error
    /// with its file and line, one a line.
    static Result<Wording> load(const std::filesystem::path& folder);
    /// The one among the shared files (see Paths.hpp).
    static Result<Wording> loadShared();

    /// Sentences kept apart are joined by a space. An unknown language counts as "vi"; a missing key is a
    /// bug: it asserts in a debug build and is shown as it is in a release build.
    std::string text(std::string_view language, std::string_view key,
                     std::initializer_list<Fill> fills = {}) const;
    std::string text(std::string_view language, std::string_view key, std::span<const Fill> fills) const;

    /// Sentences that are shown apart, such as display.lunch; a plain text is a list of one.
    std::vector<std::string> list(std::string_view language, std::string_view key,
                                  std::initializer_list<Fill> fills = {}) const;
    std::vector<std::string> list(std::string_view language, std::string_view key,
                                  std::span<const Fill> fills) const;

    bool has(std::string_view language, std::string_view key) const;
    std::vector<std::string> languages() const;
    std::vector<std::string> keys(std::string_view language) const;

private:
    using Sentences = std::map<std::string, std::vector<std::string>, std::less<>>;

    const Sentences& of(std::string_view language) const;

    std::map<std::string, Sentences, std::less<>> languages_;
};

/// The names in braces of a sentence, in order, each once.
std::vector<std::string> placeholders(std::string_view sentence);

/// A base letter with a combining mark (U+0300 to U+036F) that follows it: such text is not NFC.
bool hasCombiningMark(std::string_view utf8);

}  // namespace luot::base
