#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The settings of a program are one table; reader, check, printed form and reference page all come from it.
namespace luot::base::settings {

enum class SettingType { boolean, integer, number, text, choice, duration, path, texts };

/// What a setting can hold. Choices and paths are texts; durations are numbers of seconds.
using SettingValue = std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>>;

/// Both ends belong to it.
struct Range {
    double least = std::numeric_limits<double>::lowest();
    double most = std::numeric_limits<double>::max();

    bool holds(double number) const { return least <= number && number <= most; }
    /// "from 1 to 100"
    std::string text() const;
};

/// One line of a program's table.
struct Setting {
    std::string key;  ///< "paper_mm", or "printer.paper_mm" for a key inside [printer]
    SettingType type = SettingType::text;
    SettingValue standard;  ///< the default
    Range limits;
    std::vector<std::string> choices;
    std::string unit;         ///< "seconds", "bytes", "u"; empty: none
    std::string description;  ///< one or two sentences for the one who sets it
};

// How tables are written down. A path's default is empty or absolute: in a file it is relative to the file.
Setting boolSetting(std::string key, bool standard, std::string description);
Setting textSetting(std::string key, std::string standard, std::string description);
Setting pathSetting(std::string key, std::string standard, std::string description);
Setting textsSetting(std::string key, std::vector<std::string> standard, std::string description);
Setting choiceSetting(std::string key, std::string standard, std::vector<std::string> choices,
                      std::string description);

/// A number with its unit and limits; `Measure` keeps the arguments few.
struct Measure {
    double standard = 0;
    Range limits;
    std::string unit;
};
Setting integerSetting(std::string key, Measure measure, std::string description);
Setting numberSetting(std::string key, Measure measure, std::string description);
/// In seconds; fractions are allowed.
Setting durationSetting(std::string key, double standard, Range limits, std::string description);

/// "number of seconds", "true or false": what a file must hold for it.
std::string_view typeName(SettingType type);

/// The table of one program. Two settings of one key, or a default outside its limits, are bugs.
class SettingsTable {
public:
    SettingsTable() = default;
    explicit SettingsTable(std::vector<Setting> settings);

    const std::vector<Setting>& settings() const { return settings_; }
    const Setting* find(std::string_view key) const;
    std::vector<std::string> keys() const;

private:
    std::vector<Setting> settings_;
};

/// What `value` must be changed to, as a sentence; none: `setting` may hold it.
std::optional<std::string> objection(const Setting& setting, const SettingValue& value);

/// As TOML writes it: true, 12, 1.5, "text", ["a", "b"].
std::string tomlText(const SettingValue& value);

}  // namespace luot::base::settings
