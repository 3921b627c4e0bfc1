#include "base/json/Json.hpp"

#include <fmt/format.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/src.hpp>
#include <cmath>

namespace luot::base::json {

namespace {
constexpr std::size_t maxNesting = 32;
}

std::string snakeCase(std::string_view camelCase) {
    std::string text;
    for (const char c : camelCase) {
        if (c >= 'A' && c <= 'Z') {
            text += '_';
            text += static_cast<char>(c - 'A' + 'a');
        } else {
            text += c;
        }
    }
    return text;
}

Path::Path(const Path& parent, std::string_view member) : text_(parent.text_) {
    if (!text_.empty()) text_ += '.';
    text_ += member;
}

Path::Path(const Path& parent, std::size_t index) : text_(fmt::format("{}[{}]", parent.text_, index)) {}

tl::unexpected<Error> wrongMember(const Path& path, std::string_view expected) {
    const auto subject = path.text().empty() ? std::string("the document") : fmt::format("'{}'", path.text());
    return fail(Fault::invalidInput, fmt::format("{} must be {}", subject, expected));
}

tl::unexpected<Error> missingMember(const Path& path) {
    return fail(Fault::invalidInput, fmt::format("'{}' is missing", path.text()));
}

Result<Value> parse(std::string_view text, std::size_t limit) {
    if (text.size() > limit) return fail(Fault::invalidInput, fmt::format("larger than {} bytes", limit));
    boost::json::parse_options options;
    options.max_depth = maxNesting;
    boost::json::error_code error;
    auto value = boost::json::parse(text, error, {}, options);
    if (error) return fail(Fault::invalidInput, fmt::format("not JSON: {}", error.message()));
    return value;
}

std::string serialize(const Value& value) { return boost::json::serialize(value); }

namespace detail {

void write(std::string& text, std::string_view value) {
    static constexpr char hexDigits[] = "0123456789abcdef";
    text += '"';
    std::size_t written = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        const bool control = static_cast<unsigned char>(c) < 0x20;
        if (!control && c != '"' && c != '\\') continue;
        text += value.substr(written, i - written);
        written = i + 1;
        text += '\\';
        if (control) {
            text += "u00";
            text += hexDigits[c >> 4];
            text += hexDigits[c & 0xf];
        } else {
            text += c;
        }
    }
    text += value.substr(written);
    text += '"';
}

void write(std::string& text, double value) { text += boost::json::serialize(Value(value)); }
void write(std::string& text, const Value& value) { text += boost::json::serialize(value); }
void write(std::string& text, const Object& value) { text += boost::json::serialize(value); }
void writeInteger(std::string& text, std::int64_t value) {
    const fmt::format_int digits(value);
    text.append(digits.data(), digits.size());
}

void write(std::string& text, Instant value) {
    text += '"';
    addInstant(text, value);
    text += '"';
}

void write(std::string& text, Date value) {
    text += '"';
    text += formatDate(value);
    text += '"';
}

Result<> read(const Value& value, const Path& path, bool& to) {
    if (!value.is_bool()) return wrongMember(path, "true or false");
    to = value.get_bool();
    return {};
}

Result<> read(const Value& value, const Path& path, std::string& to) {
    if (!value.is_string()) return wrongMember(path, "a text");
    to.assign(value.get_string().data(), value.get_string().size());
    return {};
}

Result<> read(const Value& value, const Path& path, Instant& to) {
    if (!value.is_string()) return wrongMember(path, "a moment such as \"2026-11-23T07:30:00+07:00\"");
    auto instant = parseInstant(value.get_string());
    if (!instant) return wrongMember(path, "a moment such as \"2026-11-23T07:30:00+07:00\"");
    to = *instant;
    return {};
}

Result<> read(const Value& value, const Path& path, Date& to) {
    if (!value.is_string()) return wrongMember(path, "a day such as \"2026-11-23\"");
    auto date = parseDate(value.get_string());
    if (!date) return wrongMember(path, "a day such as \"2026-11-23\"");
    to = *date;
    return {};
}

Result<> read(const Value& value, const Path& path, double& to) {
    boost::json::error_code error;
    const auto number = value.to_number<double>(error);
    if (error) return wrongMember(path, "a number");
    to = number;
    return {};
}

Result<std::int64_t> readInteger(const Value& value, const Path& path, std::int64_t least,
                                 std::int64_t most) {
    boost::json::error_code error;
    if (value.is_double()) return wrongMember(path, "a whole number");
    const auto number = value.to_number<std::int64_t>(error);
    if (error || number < least || number > most) return wrongMember(path, "a whole number in range");
    return number;
}

/// Three centuries: a clock that is set from 1970, or by a slip into another century, must still be told.
constexpr double mostSeconds = 1e10;

Result<> read(const Value& value, const Path& path, Milliseconds& to) {
    double seconds = 0;
    if (auto done = read(value, path, seconds); !done) return wrongMember(path, "a duration in seconds");
    if (!(std::abs(seconds) < mostSeconds)) return wrongMember(path, "a duration in seconds");
    to = Milliseconds(std::llround(seconds * 1000));
    return {};
}

Result<> read(const Value& value, const Path& path, Seconds& to) {
    auto seconds = readInteger(value, path, -1'000'000'000, 1'000'000'000);
    if (!seconds) return wrongMember(path, "a duration in whole seconds");
    to = Seconds(*seconds);
    return {};
}

Result<> read(const Value& value, const Path& path, Minutes& to) {
    Seconds seconds{};
    if (auto done = read(value, path, seconds); !done || seconds.count() % 60 != 0)
        return wrongMember(path, "a duration in seconds, whole minutes");
    to = std::chrono::duration_cast<Minutes>(seconds);
    return {};
}

}  // namespace detail

}  // namespace luot::base::json
