#include "base/Log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <string>

namespace luot::base {

namespace {

spdlog::level::level_enum spdlogLevel(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return spdlog::level::debug;
        case LogLevel::info:
            return spdlog::level::info;
        case LogLevel::warn:
            return spdlog::level::warn;
        case LogLevel::error:
            break;
    }
    return spdlog::level::err;
}

/// Never destroyed, so that a thread may still log while the program ends.
spdlog::logger& logger() {
    static auto* const made = [] {
        auto* fresh = new spdlog::logger("luot", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        fresh->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
        fresh->flush_on(spdlog::level::debug);
        return fresh;
    }();
    return *made;
}

std::string onOneLine(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    for (const char c : text) {
        if (c == '\n') {
            line += "\\n";
        } else if (c != '\r') {
            line += c;
        }
    }
    return line;
}

}  // namespace

void setLogLevel(LogLevel level) { logger().set_level(spdlogLevel(level)); }

bool logs(LogLevel level) { return logger().should_log(spdlogLevel(level)); }

void writeLog(LogLevel level, std::string_view line) {
    logger().log(spdlogLevel(level), spdlog::string_view_t(onOneLine(line)));
}

}  // namespace luot::base
