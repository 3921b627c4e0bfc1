#pragma once

#include <string_view>
#include <vector>

#include "base/settings/Setting.hpp"
#include "base/settings/toml/Document.hpp"

namespace luot::base::settings::toml {

enum class Demand {
    required,  ///< there and, as a text or list, not empty
    within,    ///< a number in a range
    oneOf,     ///< a text out of a few
    unique,    ///< no two of these values are equal
    known,     ///< each value is one of those at another path
    keysKnown  ///< each key of the table is one of the values at another path
};

/// What a file must fulfil at one place, as data, so that all demands on a file are one table. In a path "[]"
/// stands for every element of a list and "*" for every key of a table: "counters[].services[].rank".
struct Constraint {
    Demand demand = Demand::required;
    std::string_view path;
    Range range = {};
    std::string_view words = {};  ///< oneOf: "yes|no|only"; known and keysKnown: the path of the known values
};

constexpr Constraint required(std::string_view path) { return {Demand::required, path}; }
constexpr Constraint within(std::string_view path, double least, double most) {
    return {Demand::within, path, {least, most}};
}
constexpr Constraint oneOf(std::string_view path, std::string_view words) {
    return {Demand::oneOf, path, {}, words};
}
constexpr Constraint unique(std::string_view path) { return {Demand::unique, path}; }
constexpr Constraint known(std::string_view path, std::string_view in) {
    return {Demand::known, path, {}, in};
}
constexpr Constraint keysKnown(std::string_view path, std::string_view in) {
    return {Demand::keysKnown, path, {}, in};
}

/// Complains of every place that breaks one of `constraints`. Values of a wrong type are left to the Reader.
void check(const Document& document, const std::vector<Constraint>& constraints, Complaints& complaints);

}  // namespace luot::base::settings::toml
