#pragma once

#include <fmt/core.h>

#include <string_view>

/// Log lines on stderr, one line each with its time. Safe to call from every thread.
namespace luot::base {

enum class LogLevel { debug, info, warn, error };

/// Lines below this level are neither formatted nor written. At first: info.
void setLogLevel(LogLevel level);
bool logs(LogLevel level);

/// Writes `line` as it is; line breaks in it are shown as "\n", so that nobody can forge a line.
void writeLog(LogLevel level, std::string_view line);

template <class... Args>
void logAt(LogLevel level, fmt::format_string<Args...> format, const Args&... args) {
    if (logs(level)) writeLog(level, fmt::vformat(format, fmt::make_format_args(args...)));
}

template <class... Args>
void logDebug(fmt::format_string<const Args&...> format, const Args&... args) {
    logAt<const Args&...>(LogLevel::debug, format, args...);
}

template <class... Args>
void logInfo(fmt::format_string<const Args&...> format, const Args&... args) {
    logAt<const Args&...>(LogLevel::info, format, args...);
}

/// Something that the centre should look at, and that did not stop the work.
template <class... Args>
void logWarn(fmt::format_string<const Args&...> format, const Args&... args) {
    logAt<const Args&...>(LogLevel::warn, format, args...);
}

template <class... Args>
void logError(fmt::format_string<const Args&...> format, const Args&... args) {
    logAt<const Args&...>(LogLevel::error, format, args...);
}

}  // namespace luot::base
