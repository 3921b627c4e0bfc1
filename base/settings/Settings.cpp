#include "base/settings/Settings.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>

#include "base/Assert.hpp"

namespace luot::base::settings {

namespace {

std::optional<SettingValue> textsIn(const toml::Node& node) {
    std::vector<std::string> texts;
    for (const auto& element : node.values) {
        if (element.kind != toml::Kind::text) return std::nullopt;
        texts.push_back(element.text);
    }
    return texts;
}

/// None: the node is of another type.
std::optional<SettingValue> valueIn(const toml::Node& node, SettingType type) {
    const bool real = type == SettingType::number || type == SettingType::duration;
    switch (node.kind) {
        case toml::Kind::boolean:
            return node.boolean;
        case toml::Kind::integer:
            return real ? SettingValue(node.number) : SettingValue(node.integer);
        case toml::Kind::number:
            return node.number;
        case toml::Kind::text:
            return node.text;
        case toml::Kind::list:
            return textsIn(node);
        default:
            return std::nullopt;
    }
}

template <class Number>
std::optional<SettingValue> parseNumber(const std::string& text) {
    Number number{};
    const auto* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stopped != end) return std::nullopt;
    return number;
}

std::vector<std::string> splitAtCommas(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from <= text.size() && !text.empty()) {
        const auto comma = std::min(text.find(',', from), text.size());
        parts.push_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return parts;
}

std::optional<SettingValue> parseFlag(const std::string& text, SettingType type) {
    switch (type) {
        case SettingType::boolean:
            if (text != "true" && text != "false") return std::nullopt;
            return text == "true";
        case SettingType::integer:
            return parseNumber<std::int64_t>(text);
        case SettingType::number:
        case SettingType::duration:
            return parseNumber<double>(text);
        case SettingType::texts:
            return splitAtCommas(text);
        default:
            return text;
    }
}

/// Paths are kept absolute, so that a printed configuration means the same wherever it is put.
void makeAbsolute(SettingValue& value, const std::filesystem::path& folder) {
    auto& text = std::get<std::string>(value);
    if (!text.empty()) text = std::filesystem::absolute(folder / text).lexically_normal().string();
}

std::optional<std::string> missingValue(const Setting& setting) {
    return fmt::format("must be {}", typeName(setting.type));
}

void complainOfUnknown(const toml::Document& document, const std::string& key, const SettingsTable& table,
                       Complaints& complaints) {
    const auto meant = nearest(key, table.keys());
    complaints.push_back(document.complaint(
        key, meant.empty() ? "there is no such setting; --print-config shows all"
                           : fmt::format("there is no such setting; did you mean '{}'?", meant)));
}

/// Calls `visit(key, node)` for every value that is no table, with the tables' names before the key.
template <class Visit>
void eachValue(const toml::Node& table, const std::string& prefix, const Visit& visit) {
    for (std::size_t i = 0; i < table.keys.size(); ++i) {
        const auto key = prefix + table.keys[i];
        if (table.values[i].kind == toml::Kind::table) {
            eachValue(table.values[i], key + ".", visit);
        } else {
            visit(key, table.values[i]);
        }
    }
}

}  // namespace

Complaints Settings::load(const std::filesystem::path& file) {
    const auto document = toml::read(file);
    return document ? take(*document) : document.error();
}

Complaints Settings::take(const toml::Document& document) {
    Complaints complaints;
    auto taken = fromFile_;
    const auto folder = std::filesystem::path(document.file).parent_path();
    eachValue(document.root, "", [&](const std::string& key, const toml::Node& node) {
        const auto* setting = table_.find(key);
        if (setting == nullptr) return complainOfUnknown(document, key, table_, complaints);
        auto value = valueIn(node, setting->type);
        const auto wrong = value ? objection(*setting, *value) : missingValue(*setting);
        if (wrong) return complaints.push_back(document.complaint(key, *wrong));
        if (setting->type == SettingType::path) makeAbsolute(*value, folder);
        taken.insert_or_assign(key, std::move(*value));
    });
    if (complaints.empty()) fromFile_ = std::move(taken);
    return complaints;
}

Complaints Settings::setOverride(const std::string& key, const std::string& text) {
    const auto* setting = table_.find(key);
    LUOT_ASSERT(setting != nullptr);
    auto value = parseFlag(text, setting->type);
    if (const auto wrong = value ? objection(*setting, *value) : missingValue(*setting))
        return {{"", 0, key, fmt::format("'{}' {}", text, *wrong)}};
    if (setting->type == SettingType::path) makeAbsolute(*value, "");
    overrides_.insert_or_assign(key, std::move(*value));
    return {};
}

const SettingValue& Settings::value(std::string_view key) const {
    const auto* setting = table_.find(key);
    LUOT_ASSERT(setting != nullptr);
    for (const auto* values : {&overrides_, &fromFile_})
        if (const auto found = values->find(key); found != values->end()) return found->second;
    return setting->standard;
}

const SettingValue& Settings::valueAs(std::string_view key, SettingType type) const {
    const auto* setting = table_.find(key);
    LUOT_ASSERT(setting != nullptr && setting->type == type);
    return value(key);
}

bool Settings::boolean(std::string_view key) const {
    return std::get<bool>(valueAs(key, SettingType::boolean));
}

std::int64_t Settings::integer(std::string_view key) const {
    return std::get<std::int64_t>(valueAs(key, SettingType::integer));
}

double Settings::number(std::string_view key) const {
    return std::get<double>(valueAs(key, SettingType::number));
}

const std::string& Settings::text(std::string_view key) const {
    const auto* setting = table_.find(key);
    LUOT_ASSERT(setting != nullptr &&
                (setting->type == SettingType::text || setting->type == SettingType::choice));
    return std::get<std::string>(value(key));
}

Milliseconds Settings::duration(std::string_view key) const {
    return Milliseconds(std::llround(std::get<double>(valueAs(key, SettingType::duration)) * 1000));
}

std::filesystem::path Settings::path(std::string_view key) const {
    return std::get<std::string>(valueAs(key, SettingType::path));
}

const std::vector<std::string>& Settings::texts(std::string_view key) const {
    return std::get<std::vector<std::string>>(valueAs(key, SettingType::texts));
}

}  // namespace luot::base::settings
