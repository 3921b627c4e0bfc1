#include "base/settings/Setting.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/Assert.hpp"

namespace luot::base::settings {

namespace {

bool holdsKind(SettingType type, const SettingValue& value) {
    switch (type) {
        case SettingType::boolean:
            return std::holds_alternative<bool>(value);
        case SettingType::integer:
            return std::holds_alternative<std::int64_t>(value);
        case SettingType::number:
        case SettingType::duration:
            return std::holds_alternative<double>(value);
        case SettingType::text:
        case SettingType::choice:
        case SettingType::path:
            return std::holds_alternative<std::string>(value);
        case SettingType::texts:
            return std::holds_alternative<std::vector<std::string>>(value);
    }
    return false;
}

std::optional<double> numberIn(const SettingValue& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
    if (const auto* number = std::get_if<double>(&value)) return *number;
    return std::nullopt;
}

Setting make(std::string key, SettingType type, SettingValue standard, std::string description) {
    Setting setting;
    setting.key = std::move(key);
    setting.type = type;
    setting.standard = std::move(standard);
    setting.description = std::move(description);
    return setting;
}

Setting measured(Setting setting, Measure measure) {
    setting.limits = measure.limits;
    setting.unit = std::move(measure.unit);
    return setting;
}

}  // namespace

std::string Range::text() const {
    const bool bottomless = least == Range{}.least;
    const bool topless = most == Range{}.most;
    if (bottomless && topless) return "any number";
    if (topless) return fmt::format("at least {}", least);
    if (bottomless) return fmt::format("at most {}", most);
    return fmt::format("from {} to {}", least, most);
}

Setting boolSetting(std::string key, bool standard, std::string description) {
    return make(std::move(key), SettingType::boolean, standard, std::move(description));
}

Setting textSetting(std::string key, std::string standard, std::string description) {
    return make(std::move(key), SettingType::text, std::move(standard), std::move(description));
}

Setting pathSetting(std::string key, std::string standard, std::string description) {
    return make(std::move(key), SettingType::path, std::move(standard), std::move(description));
}

Setting textsSetting(std::string key, std::vector<std::string> standard, std::string description) {
    return make(std::move(key), SettingType::texts, std::move(standard), std::move(description));
}

Setting choiceSetting(std::string key, std::string standard, std::vector<std::string> choices,
                      std::string description) {
    auto setting = make(std::move(key), SettingType::choice, std::move(standard), std::move(description));
    setting.choices = std::move(choices);
    return setting;
}

Setting integerSetting(std::string key, Measure measure, std::string description) {
    const auto standard = static_cast<std::int64_t>(measure.standard);
    return measured(make(std::move(key), SettingType::integer, standard, std::move(description)),
                    std::move(measure));
}

Setting numberSetting(std::string key, Measure measure, std::string description) {
    const double standard = measure.standard;
    return measured(make(std::move(key), SettingType::number, standard, std::move(description)),
                    std::move(measure));
}

Setting durationSetting(std::string key, double standard, Range limits, std::string description) {
    return measured(make(std::move(key), SettingType::duration, standard, std::move(description)),
                    Measure{standard, limits, "seconds"});
}

std::string_view typeName(SettingType type) {
    switch (type) {
        case SettingType::boolean:
            return "true or false";
        case SettingType::integer:
            return "a whole number";
        case SettingType::number:
            return "a number";
        case SettingType::text:
            return "a text in quotes";
        case SettingType::choice:
            return "one of its choices in quotes";
        case SettingType::duration:
            return "a number of seconds";
        case SettingType::path:
            return "a file or folder in quotes";
        case SettingType::texts:
            return "a list of texts";
    }
    return "";
}

SettingsTable::SettingsTable(std::vector<Setting> settings) : settings_(std::move(settings)) {
    for (const auto& setting : settings_) {
        LUOT_ASSERT(find(setting.key) == &setting);
        LUOT_ASSERT(!objection(setting, setting.standard));
    }
}

const Setting* SettingsTable::find(std::string_view key) const {
    const auto found =
        std::find_if(settings_.begin(), settings_.end(), [&](const auto& s) { return s.key == key; });
    return found == settings_.end() ? nullptr : &*found;
}

std::vector<std::string> SettingsTable::keys() const {
    std::vector<std::string> keys;
    for (const auto& setting : settings_) keys.push_back(setting.key);
    return keys;
}

std::optional<std::string> objection(const Setting& setting, const SettingValue& value) {
    if (!holdsKind(setting.type, value)) return fmt::format("must be {}", typeName(setting.type));
    if (const auto number = numberIn(value); number && !setting.limits.holds(*number))
        return fmt::format("must be {}{}{}", setting.limits.text(), setting.unit.empty() ? "" : " ",
                           setting.unit);
    if (setting.type == SettingType::choice &&
        std::find(setting.choices.begin(), setting.choices.end(), std::get<std::string>(value)) ==
            setting.choices.end())
        return fmt::format("must be one of {}", fmt::join(setting.choices, ", "));
    return std::nullopt;
}

}  // namespace luot::base::settings
