#include "base/Time.hpp"

#include <fmt/format.h>

#include <charconv>

namespace luot::base {

namespace {

using std::chrono::days;
using std::chrono::floor;
using LocalDays = std::chrono::sys_days;

/// Reads exactly `length` digits from the front of `text` and takes them away.
bool takeDigits(std::string_view& text, std::size_t length, int& value) {
    if (text.size() < length) return false;
    for (std::size_t i = 0; i < length; ++i)
        if (text[i] < '0' || text[i] > '9') return false;
    std::from_chars(text.data(), text.data() + length, value);
    text.remove_prefix(length);
    return true;
}

bool takeChar(std::string_view& text, std::string_view anyOf) {
    if (text.empty() || anyOf.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

bool takeDate(std::string_view& text, Date& date) {
    int year = 0, month = 0, day = 0;
    if (!takeDigits(text, 4, year) || !takeChar(text, "-") || !takeDigits(text, 2, month) ||
        !takeChar(text, "-") || !takeDigits(text, 2, day))
        return false;
    date = Date{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(month)),
                std::chrono::day(static_cast<unsigned>(day))};
    return date.ok();
}

/// Hours and minutes; 24:00 is the end of a day.
bool takeTime(std::string_view& text, TimeOfDay& time) {
    int hour = 0, minute = 0;
    if (!takeDigits(text, 2, hour) || !takeChar(text, ":") || !takeDigits(text, 2, minute)) return false;
    if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return false;
    time = std::chrono::hours(hour) + std::chrono::minutes(minute);
    return true;
}

bool takeSeconds(std::string_view& text, Milliseconds& part) {
    int seconds = 0;
    if (!takeChar(text, ":") || !takeDigits(text, 2, seconds) || seconds > 60) return false;
    part = std::chrono::seconds(seconds);
    if (!takeChar(text, ".")) return true;
    int scale = 100;
    for (int digit = 0; takeDigits(text, 1, digit); scale /= 10) part += Milliseconds(digit * scale);
    return true;
}

bool takeOffset(std::string_view& text, std::chrono::minutes& offset) {
    if (takeChar(text, "Zz")) return true;
    if (text.empty()) return false;
    const int sign = text.front() == '-' ? -1 : 1;
    TimeOfDay size{};
    if (!takeChar(text, "+-") || !takeTime(text, size)) return false;
    offset = sign * size;
    return true;
}

/// Every event and answer holds several moments: they are written without a format to be read first.
void addNumber(std::string& text, char before, std::size_t width, unsigned number) {
    char digits[5]{before};
    for (auto i = width; i > 0; --i, number /= 10) digits[i] = static_cast<char>('0' + number % 10);
    text.append(before ? digits : digits + 1, before ? width + 1 : width);
}

void addDate(std::string& text, Date date) {
    addNumber(text, 0, 4, static_cast<unsigned>(static_cast<int>(date.year())));
    addNumber(text, '-', 2, static_cast<unsigned>(date.month()));
    addNumber(text, '-', 2, static_cast<unsigned>(date.day()));
}

}  // namespace

Date dateOf(Instant instant) { return Date{floor<days>(instant + localOffset)}; }

TimeOfDay timeOfDay(Instant instant) {
    const auto local = instant + localOffset;
    return floor<std::chrono::minutes>(local - floor<days>(local));
}

Instant instantAt(Date date, TimeOfDay time) { return Instant(LocalDays(date)) + time - localOffset; }

Date nextDay(Date date) { return Date{LocalDays(date) + days(1)}; }

std::string formatInstant(Instant instant) {
    std::string text;
    text.reserve(sizeof "2026-11-23T07:30:00.000+07:00");
    addInstant(text, instant);
    return text;
}

void addInstant(std::string& text, Instant instant) {
    const auto local = instant + localOffset;
    const auto day = floor<days>(local);
    const std::chrono::hh_mm_ss time{local - day};
    addDate(text, Date{day});
    addNumber(text, 'T', 2, static_cast<unsigned>(time.hours().count()));
    addNumber(text, ':', 2, static_cast<unsigned>(time.minutes().count()));
    addNumber(text, ':', 2, static_cast<unsigned>(time.seconds().count()));
    const auto part = static_cast<unsigned>(time.subseconds().count());
    if (part != 0) addNumber(text, '.', 3, part);
    text += "+07:00";
}

Result<Instant> parseInstant(std::string_view text) {
    auto rest = text;
    Date date;
    TimeOfDay time{};
    Milliseconds seconds{};
    std::chrono::minutes offset{};
    if (!takeDate(rest, date) || !takeChar(rest, "Tt ") || !takeTime(rest, time) ||
        !takeSeconds(rest, seconds) || !takeOffset(rest, offset) || !rest.empty())
        return fail(Fault::invalidInput,
                    fmt::format("'{}' is not a moment; write it as 2026-11-23T07:30:00+07:00", text));
    return Instant(LocalDays(date)) + time + seconds - offset;
}

std::string formatDate(Date date) {
    std::string text;
    addDate(text, date);
    return text;
}

Result<Date> parseDate(std::string_view text) {
    auto rest = text;
    Date date;
    if (!takeDate(rest, date) || !rest.empty())
        return fail(Fault::invalidInput, fmt::format("'{}' is not a day; write it as 2026-11-23", text));
    return date;
}

std::string formatTimeOfDay(TimeOfDay time) {
    return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

Result<TimeOfDay> parseTimeOfDay(std::string_view text) {
    auto rest = text;
    TimeOfDay time{};
    if (!takeTime(rest, time) || !rest.empty())
        return fail(Fault::invalidInput, fmt::format("'{}' is not a time of day; write it as 07:30", text));
    return time;
}

std::string formatClock(Instant instant) { return formatTimeOfDay(timeOfDay(instant)); }

}  // namespace luot::base
