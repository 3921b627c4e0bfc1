#pragma once

#include "base/json/Shape.ipp"

// Json.hpp's way in: one overload of read for each shape of value.

namespace luot::base::json::detail {

Result<> read(const Value& value, const Path& path, bool& to);
Result<> read(const Value& value, const Path& path, std::string& to);
Result<> read(const Value& value, const Path& path, Instant& to);
Result<> read(const Value& value, const Path& path, Date& to);
Result<> read(const Value& value, const Path& path, double& to);
Result<> read(const Value& value, const Path& path, Milliseconds& to);
Result<> read(const Value& value, const Path& path, Seconds& to);
Result<> read(const Value& value, const Path& path, Minutes& to);
/// Whole numbers between `least` and `most`.
Result<std::int64_t> readInteger(const Value& value, const Path& path, std::int64_t least, std::int64_t most);
inline Result<> read(const Value& value, const Path&, Value& to) {
    to = value;
    return {};
}
inline Result<> read(const Value& value, const Path& path, Object& to) {
    if (!value.is_object()) return wrongMember(path, "an object");
    to = value.get_object();
    return {};
}
template <class T>
requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) Result<> read(const Value& value,
                                                                          const Path& path, T& to) {
    static_assert(sizeof(T) < sizeof(std::int64_t) || std::is_signed_v<T>);
    auto number = readInteger(value, path, std::numeric_limits<T>::min(), std::numeric_limits<T>::max());
    if (!number) return tl::unexpected(number.error());
    to = static_cast<T>(*number);
    return {};
}
template <DescribedEnum T>
Result<> read(const Value& value, const Path& path, T& to) {
    std::string allowed;
    bool found = false;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
        const auto name = snakeCase(enumerator.name);
        if (value.is_string() && value.get_string() == name) {
            to = enumerator.value;
            found = true;
        }
        allowed += (allowed.empty() ? "\"" : ", \"") + name + "\"";
    });
    if (!found) return wrongMember(path, "one of " + allowed);
    return {};
}
template <Described T>
Result<> read(const Value& value, const Path& path, T& to);
template <class T>
Result<> read(const Value& value, const Path& path, std::optional<T>& to);
template <class T>
Result<> read(const Value& value, const Path& path, std::map<std::string, T>& to);
template <class T>
Result<> read(const Value& value, const Path& path, Boxed<T>& to) {
    T inside{};
    if (auto done = read(value, path, inside); !done) return done;
    to = std::move(inside);
    return {};
}

template <class T>
Result<> read(const Value& value, const Path& path, std::vector<T>& to) {
    if (!value.is_array()) return wrongMember(path, "a list");
    const auto& array = value.get_array();
    to.clear();
    to.reserve(array.size());
    for (std::size_t i = 0; i < array.size(); ++i) {
        T part{};
        if (auto done = read(array[i], Path(path, i), part); !done) return done;
        to.push_back(std::move(part));
    }
    return {};
}
template <class T>
Result<> read(const Value& value, const Path& path, std::map<std::string, T>& to) {
    if (!value.is_object()) return wrongMember(path, "an object");
    to.clear();
    for (const auto& member : value.get_object()) {
        T part{};
        if (auto done = read(member.value(), Path(path, member.key()), part); !done) return done;
        to.emplace(std::string(member.key()), std::move(part));
    }
    return {};
}
template <class T>
Result<> read(const Value& value, const Path& path, std::optional<T>& to) {
    if (value.is_null()) {
        to.reset();
        return {};
    }
    return read(value, path, to.emplace());
}

template <class T>
Result<> readMember(const Object& object, const std::string& name, const Path& parent, T& to) {
    const auto* found = object.if_contains(name);
    if (!found) {
        if constexpr (IsOptional<T>::value) return {};
        return missingMember(Path(parent, name));
    }
    return read(*found, Path(parent, name), to);
}

/// A struct may let members be missing, which then keep their initialiser: static bool
/// mayMiss(std::string_view name).
template <class T>
concept HasDefaults = requires(std::string_view name) {
    T::mayMiss(name);
};

template <Described T>
Result<> read(const Value& value, const Path& path, T& to) {
    if (!value.is_object()) return wrongMember(path, "an object");
    const auto& object = value.get_object();
    Result<> result;
    auto name = memberNames<T>().begin();
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
        const std::string& key = *name++;
        if (!result) return;
        if constexpr (HasDefaults<T>) {
            if (!object.contains(key) && T::mayMiss(key)) return;
        }
        result = readMember(object, key, path, to.*member.pointer);
    });
    return result;
}

}  // namespace luot::base::json::detail

namespace luot::base::json {

template <class T>
Result<T> decode(const Value& value, const Path& path) {
    T result{};
    if (auto done = detail::read(value, path, result); !done) return tl::unexpected(done.error());
    return result;
}

template <class T>
Result<T> decodeText(std::string_view text) {
    auto value = parse(text);
    if (!value) return tl::unexpected(value.error());
    return decode<T>(*value);
}

}  // namespace luot::base::json
