#pragma once

// What the templates behind Json.hpp ask of a type.

namespace luot::base::json::detail {

template <class T>
concept Described = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;
template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
using Members =
    boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

/// The JSON names of T's members, computed once.
template <class T>
const std::vector<std::string>& memberNames() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        boost::mp11::mp_for_each<Members<T>>([&all](auto member) { all.push_back(snakeCase(member.name)); });
        return all;
    }();
    return names;
}

/// Each of them as it stands between two members: ,"name":
template <class T>
const std::vector<std::string>& memberKeys() {
    static const std::vector<std::string> keys = [] {
        std::vector<std::string> all;
        for (const auto& name : memberNames<T>()) all.push_back(",\"" + name + "\":");
        return all;
    }();
    return keys;
}

}  // namespace luot::base::json::detail
