#include "base/Wording.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/Assert.hpp"
#include "base/program/Paths.hpp"
#include "base/settings/toml/Document.hpp"

namespace luot::base {

namespace {

using settings::Complaints;
using settings::toml::Document;
using settings::toml::Kind;
using settings::toml::Node;

constexpr std::string_view mainLanguage = "vi";

using Sentences = std::map<std::string, std::vector<std::string>, std::less<>>;

std::string filled(std::string_view sentence, std::span<const Fill> fills) {
    std::string text;
    while (!sentence.empty()) {
        const auto open = std::min(sentence.find('{'), sentence.size());
        text += sentence.substr(0, open);
        sentence.remove_prefix(open);
        const auto close = sentence.find('}');
        if (close == sentence.npos) return text.append(sentence);
        const auto name = sentence.substr(1, close - 1);
        const auto fill =
            std::find_if(fills.begin(), fills.end(), [&](const auto& f) { return f.name == name; });
        text += fill == fills.end() ? sentence.substr(0, close + 1) : fill->value;
        sentence.remove_prefix(close + 1);
    }
    return text;
}

/// Collects the texts of one file and what is wrong with it.
struct FileReader {
    const Document& document;
    Sentences sentences = {};
    Complaints complaints = {};

    void take(const Node& table, const std::string& prefix) {
        for (std::size_t i = 0; i < table.keys.size(); ++i) {
            const auto key = prefix + table.keys[i];
            if (table.values[i].kind == Kind::table) {
                take(table.values[i], key + ".");
            } else {
                takeSentences(table.values[i], key);
            }
        }
    }

    void takeSentences(const Node& node, const std::string& key) {
        std::vector<Node> elements{node};
        if (node.kind == Kind::list) elements = node.values;
        for (const auto& element : elements) {
            if (element.kind != Kind::text || element.text.empty()) {
                complaints.push_back(document.complaint(key, "must be a text in quotes or a list of texts"));
            } else if (hasCombiningMark(element.text)) {
                complaints.push_back(
                    document.complaint(key, "has a mark apart from its letter; save the file as NFC"));
            } else {
                sentences[key].push_back(element.text);
            }
        }
    }
};

}  // namespace

Result<Wording> Wording::load(const std::filesystem::path& folder) {
    Wording wording;
    Complaints complaints;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() != ".toml") continue;
        const auto document = settings::toml::read(entry.path());
        if (!document) {
            complaints.insert(complaints.end(), document.error().begin(), document.error().end());
            continue;
        }
        FileReader reader{*document};
        reader.take(document->root, "");
        complaints.insert(complaints.end(), reader.complaints.begin(), reader.complaints.end());
        wording.languages_[entry.path().stem().string()] = std::move(reader.sentences);
    }
    if (!complaints.empty()) return fail(Fault::invalidInput, textOf(std::move(complaints)));
    for (const auto* language : {"vi", "en"})
        if (!wording.languages_.contains(language))
            return fail(Fault::invalidInput,
                        fmt::format("{}: the wording file {}.toml is missing; copy it there", folder.string(),
                                    language));
    return wording;
}

const Wording::Sentences& Wording::of(std::string_view language) const {
    const auto found = languages_.find(language);
    const auto& chosen = found == languages_.end() ? languages_.find(mainLanguage) : found;
    LUOT_ASSERT(chosen != languages_.end());
    return chosen->second;
}

std::vector<std::string> Wording::list(std::string_view language, std::string_view key,
                                       std::span<const Fill> fills) const {
    const auto& sentences = of(language);
    const auto found = sentences.find(key);
    if (found == sentences.end()) {
#ifndef NDEBUG
        assertionFailed(std::string("the wording has the key ").append(key).c_str(), __FILE__, __LINE__);
#endif
        return {std::string(key)};
    }
    std::vector<std::string> texts;
    for (const auto& sentence : found->second) texts.push_back(filled(sentence, fills));
    return texts;
}

Result<Wording> Wording::loadShared() {
    const auto folder = findShared("wording");
    if (!folder) return tl::unexpected(folder.error());
    return load(*folder);
}

std::string Wording::text(std::string_view language, std::string_view key,
                          std::span<const Fill> fills) const {
    std::string joined;
    for (const auto& sentence : list(language, key, fills)) joined += (joined.empty() ? "" : " ") + sentence;
    return joined;
}

std::string Wording::text(std::string_view language, std::string_view key,
                          std::initializer_list<Fill> fills) const {
    return text(language, key, std::span<const Fill>(fills.begin(), fills.size()));
}

std::vector<std::string> Wording::list(std::string_view language, std::string_view key,
                                       std::initializer_list<Fill> fills) const {
    return list(language, key, std::span<const Fill>(fills.begin(), fills.size()));
}

bool Wording::has(std::string_view language, std::string_view key) const {
    const auto found = languages_.find(language);
    return found != languages_.end() && found->second.contains(key);
}

std::vector<std::string> Wording::languages() const {
    std::vector<std::string> names;
    for (const auto& [name, sentences] : languages_) names.push_back(name);
    return names;
}

std::vector<std::string> Wording::keys(std::string_view language) const {
    std::vector<std::string> keys;
    for (const auto& [key, sentences] : of(language)) keys.push_back(key);
    return keys;
}

std::vector<std::string> placeholders(std::string_view sentence) {
    std::vector<std::string> names;
    for (auto open = sentence.find('{'); open != sentence.npos; open = sentence.find('{', open + 1)) {
        const auto close = sentence.find('}', open);
        if (close == sentence.npos) break;
        std::string name(sentence.substr(open + 1, close - open - 1));
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    return names;
}

bool hasCombiningMark(std::string_view utf8) {
    // U+0300-U+033F is CC 80-BF, U+0340-U+036F is CD 80-AF.
    for (std::size_t i = 0; i + 1 < utf8.size(); ++i) {
        const auto first = static_cast<unsigned char>(utf8[i]);
        const auto second = static_cast<unsigned char>(utf8[i + 1]);
        if (first == 0xCC && second >= 0x80) return true;
        if (first == 0xCD && second >= 0x80 && second <= 0xAF) return true;
    }
    return false;
}

}  // namespace luot::base
