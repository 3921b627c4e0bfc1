#pragma once

#include "base/json/Shape.ipp"

// Json.hpp's way out: one overload of write for each shape of value.

namespace luot::base::json::detail {

/// A ticket's event or answer.
constexpr std::size_t usualBytes = 480;

/// The text in quotes, with what JSON forbids inside them escaped.
void write(std::string& text, std::string_view value);
void write(std::string& text, double value);
void write(std::string& text, Instant value);
void write(std::string& text, Date value);
void write(std::string& text, const Value& value);
void write(std::string& text, const Object& value);
void writeInteger(std::string& text, std::int64_t value);

inline void write(std::string& text, bool value) { text += value ? "true" : "false"; }
inline void write(std::string& text, const std::string& value) { write(text, std::string_view(value)); }
template <class T>
requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) void write(std::string& text, T value) {
    static_assert(sizeof(T) < sizeof(std::int64_t) || std::is_signed_v<T>);
    writeInteger(text, value);
}
template <DescribedEnum T>
void write(std::string& text, T value) {
    write(text, snakeCase(boost::describe::enum_to_string(value, "")));
}
template <class Rep, class Period>
void write(std::string& text, std::chrono::duration<Rep, Period> value) {
    if constexpr (std::is_same_v<Period, std::milli>) {
        if (value.count() % 1000 != 0) return write(text, static_cast<double>(value.count()) / 1000.0);
    }
    writeInteger(text, std::chrono::duration_cast<std::chrono::seconds>(value).count());
}
template <Described T>
void write(std::string& text, const T& value);
template <class T>
void write(std::string& text, const std::map<std::string, T>& values);
template <class T>
void write(std::string& text, const std::optional<T>& value);
template <class T>
void write(std::string& text, const Boxed<T>& value) {
    write(text, *value);
}

template <class T>
void write(std::string& text, const std::vector<T>& values) {
    char before = '[';
    for (const auto& value : values) {
        text += std::exchange(before, ',');
        write(text, value);
    }
    text += values.empty() ? "[]" : "]";
}
template <class T>
void write(std::string& text, const std::map<std::string, T>& values) {
    char before = '{';
    for (const auto& [key, value] : values) {
        text += std::exchange(before, ',');
        write(text, key);
        text += ':';
        write(text, value);
    }
    text += values.empty() ? "{}" : "}";
}
template <class T>
void write(std::string& text, const std::optional<T>& value) {
    if (value)
        write(text, *value);
    else
        text += "null";
}
template <Described T>
void write(std::string& text, const T& value) {
    text += '{';
    const auto begin = text.size();
    auto key = memberKeys<T>().begin();
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
        const auto& part = value.*member.pointer;
        const std::string_view before = *key++;
        if constexpr (IsOptional<std::remove_cvref_t<decltype(part)>>::value)
            if (!part) return;
        text += text.size() > begin ? before : before.substr(1);
        write(text, part);
    });
    text += '}';
}

}  // namespace luot::base::json::detail

namespace luot::base::json {

template <class T>
std::string encodeText(const T& value) {
    std::string text;
    text.reserve(detail::usualBytes);
    detail::write(text, value);
    return text;
}

template <class T>
Value encode(const T& value) {
    return *parse(encodeText(value));
}

}  // namespace luot::base::json
