#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/Time.hpp"
#include "base/settings/Complaint.hpp"
#include "base/settings/Setting.hpp"
#include "base/settings/toml/Document.hpp"

namespace luot::base::settings {

/// The values that a program runs with: an override of the command line, else the file's, else the default.
/// Asking for a key that is not in the table, or as another type, is a bug and asserts.
class Settings {
public:
    explicit Settings(SettingsTable table) : table_(std::move(table)) {}

    /// Takes the values of a TOML file. All errors of meaning are told together; on any, nothing is taken.
    Complaints load(const std::filesystem::path& file);
    Complaints take(const toml::Document& document);

    /// A flag of the command line; it wins over the file. A list is written with commas.
    Complaints setOverride(const std::string& key, const std::string& text);

    bool boolean(std::string_view key) const;
    std::int64_t integer(std::string_view key) const;
    double number(std::string_view key) const;
    const std::string& text(std::string_view key) const;  ///< of text and choice
    Milliseconds duration(std::string_view key) const;
    std::filesystem::path path(std::string_view key) const;  ///< absolute, or empty
    const std::vector<std::string>& texts(std::string_view key) const;

    const SettingsTable& table() const { return table_; }
    const SettingValue& value(std::string_view key) const;

    /// TOML with every key, its default, unit and description; it loads again to the same values.
    std::string printConfig() const;

private:
    const SettingValue& valueAs(std::string_view key, SettingType type) const;

    SettingsTable table_;
    std::map<std::string, SettingValue, std::less<>> fromFile_;
    std::map<std::string, SettingValue, std::less<>> overrides_;
};

/// The reference page of a program's settings in Markdown.
std::string referencePage(std::string_view program, const SettingsTable& table);

}  // namespace luot::base::settings
