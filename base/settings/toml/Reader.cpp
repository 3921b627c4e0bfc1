#include "base/settings/toml/Reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace luot::base::settings::toml {

bool Reader::is(const Node& node, const std::string& path, Kind kind, const char* expected) {
    if (node.kind == kind) return true;
    complaints_.push_back({document_.file, node.line, path, fmt::format("must be {}", expected)});
    return false;
}

void Reader::take(const Node& node, const std::string& path, bool& into) {
    if (is(node, path, Kind::boolean, "true or false")) into = node.boolean;
}

void Reader::take(const Node& node, const std::string& path, int& into) {
    if (!is(node, path, Kind::integer, "a whole number")) return;
    constexpr std::int64_t most = std::numeric_limits<int>::max();
    into = static_cast<int>(std::clamp(node.integer, -most, most));
}

void Reader::take(const Node& node, const std::string& path, double& into) {
    if (node.kind == Kind::integer || is(node, path, Kind::number, "a number")) into = node.number;
}

void Reader::take(const Node& node, const std::string& path, std::string& into) {
    if (is(node, path, Kind::text, "a text in quotes")) into = node.text;
}

void Reader::take(const Node& node, const std::string& path, Date& into) {
    if (node.kind != Kind::text && !is(node, path, Kind::date, "a day, written as 2026-11-23")) return;
    if (const auto date = parseDate(node.text)) {
        into = *date;
    } else {
        complaints_.push_back({document_.file, node.line, path, date.error().what});
    }
}

void Reader::complainOfUnknown(const Node& table, const std::string& path,
                               const std::vector<std::string>& known) {
    for (std::size_t i = 0; i < table.keys.size(); ++i) {
        const auto& key = table.keys[i];
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        const auto meant = nearest(key, known);
        complaints_.push_back({document_.file, table.values[i].line, join(path, key),
                               meant.empty() ? std::string("unknown key; delete it or see the shipped files")
                                             : fmt::format("unknown key; did you mean '{}'?", meant)});
    }
}

}  // namespace luot::base::settings::toml
