#include "counter-client/Script.hpp"

#include <fmt/format.h>

#include <charconv>

namespace luot::counterclient {

namespace {

constexpr std::string_view waitWord = "wait:";
constexpr double longestWait = 3600;  ///< seconds

std::optional<std::int64_t> waitOf(std::string_view word) {
    word.remove_prefix(waitWord.size());
    double seconds = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), seconds);
    if (error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
    if (seconds < 0 || seconds > longestWait) return std::nullopt;
    return static_cast<std::int64_t>(seconds * 1000);
}

}  // namespace

base::Result<Script> Script::parse(std::string_view text) {
    Script script;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        const auto word = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        if (word.starts_with(waitWord)) {
            const auto wait = waitOf(word);
            if (!wait)
                return base::fail(base::Fault::invalidInput,
                                  fmt::format("'{}': wait for 0 to 3600 seconds", word));
            script.steps_.push_back({{}, *wait});
            continue;
        }
        const auto key = desk::parseKey(word);
        if (!key) return tl::unexpected(key.error());
        script.steps_.push_back({*key, 0});
    }
    return script;
}

std::optional<desk::Key> Script::next(std::int64_t local, bool deskBusy) {
    while (!steps_.empty() && settled(local, deskBusy)) {
        const auto step = steps_.front();
        steps_.pop_front();
        if (step.key.code == desk::KeyCode::none) {
            until_ = local + step.wait;
            continue;
        }
        pressedAt_ = local;
        last_ = step.key;
        ++pressed_;
        return step.key;
    }
    return std::nullopt;
}

bool Script::over(std::int64_t local, bool deskBusy) const {
    return steps_.empty() && settled(local, deskBusy);
}

std::string Script::label() const { return fmt::format("{:02}-{}", pressed_, desk::capOf(last_)); }

std::int64_t Script::longest() const {
    std::int64_t total = 0;
    for (const auto& step : steps_)
        total += step.key.code == desk::KeyCode::none ? step.wait : answeredWithin;
    return total;
}

}  // namespace luot::counterclient
