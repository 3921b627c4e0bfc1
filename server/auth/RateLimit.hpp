#pragma once

#include <string>
#include <unordered_map>

#include "base/Time.hpp"

namespace luot::server::auth {

/// At most so many requests in a second for each token, counted in whole seconds of real time.
class RateLimit {
public:
    explicit RateLimit(int perSecond) : perSecond_(perSecond) {}

    /// Counts one request of `token`; false when it is over the limit.
    bool take(const std::string& token, base::Instant now) {
        auto& window = windows_[token];
        const auto second = std::chrono::floor<base::Seconds>(now);
        if (window.second != second) window = {second, 0};
        return ++window.count <= perSecond_;
    }

private:
    struct Window {
        std::chrono::sys_seconds second{};
        int count = 0;
    };
    int perSecond_;
    std::unordered_map<std::string, Window> windows_;  ///< bounded by the number of tokens
};

}  // namespace luot::server::auth
