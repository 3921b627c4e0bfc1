#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/settings/Settings.hpp"
#include "base/settings/toml/Document.hpp"

/// The two texts that come out of a settings table: the commented configuration and the reference page.
namespace luot::base::settings {

namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            out += fmt::format("\\u{:04X}", byte);
        } else {
            out += c;
        }
    }
    return out + '"';
}

/// TOML wants a point or an exponent in a real number; 12 alone loads as the same number, so it may stay.
struct TomlWriter {
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
    std::string operator()(double value) const { return fmt::format("{}", value); }
    std::string operator()(const std::string& value) const { return quoted(value); }
    std::string operator()(const std::vector<std::string>& values) const {
        std::vector<std::string> texts;
        for (const auto& value : values) texts.push_back(quoted(value));
        return fmt::format("[{}]", fmt::join(texts, ", "));
    }
};

/// "a whole number from 1 to 100 bytes", "one of light, dark".
std::string allowedText(const Setting& setting) {
    if (setting.type == SettingType::choice)
        return fmt::format("one of {}", fmt::join(setting.choices, ", "));
    std::string text(typeName(setting.type));
    if (const auto limits = setting.limits.text(); limits != Range{}.text()) text += " " + limits;
    if (!setting.unit.empty() && setting.type != SettingType::duration) text += " " + setting.unit;
    return text;
}

std::string tableOf(const std::string& key) {
    const auto dot = key.rfind('.');
    return dot == key.npos ? "" : key.substr(0, dot);
}

std::string nameOf(const std::string& key) { return key.substr(key.rfind('.') + 1); }

/// The tables that the keys lie in, in the order of the program's table; keys outside any table first.
std::vector<std::string> tablesOf(const SettingsTable& table) {
    std::vector<std::string> names{""};
    for (const auto& setting : table.settings()) {
        const auto name = tableOf(setting.key);
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return names;
}

std::string entry(const Setting& setting, const SettingValue& value) {
    return fmt::format("\n# {}\n# {}; default {}\n{} = {}\n", setting.description, allowedText(setting),
                       tomlText(setting.standard), nameOf(setting.key), tomlText(value));
}

}  // namespace

std::string tomlText(const SettingValue& value) { return std::visit(TomlWriter{}, value); }

std::string Settings::printConfig() const {
    if (table_.settings().empty()) return {};
    auto text = fmt::format("# Which programs can read this file.\nformat = {}\n", toml::fileFormat);
    for (const auto& name : tablesOf(table_)) {
        if (!name.empty()) text += fmt::format("\n[{}]\n", name);
        for (const auto& setting : table_.settings())
            if (tableOf(setting.key) == name) text += entry(setting, value(setting.key));
    }
    return text;
}

std::string referencePage(std::string_view program, const SettingsTable& table) {
    auto page = fmt::format(
        "# Settings of {0}\n\nMade from the program's own table; do not edit. A file with all of them: `{0} "
        "--print-config`.\n\n| key | holds | default | meaning |\n| --- | --- | --- | --- |\n",
        program);
    for (const auto& setting : table.settings())
        page += fmt::format("| `{}` | {} | `{}` | {} |\n", setting.key, allowedText(setting),
                            tomlText(setting.standard), setting.description);
    return page;
}

}  // namespace luot::base::settings
