#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "base/json/Json.hpp"

namespace luot::counterclient::hall {

/// How long a call may stay unseen before the clerk is told, in milliseconds of the program's own clock.
constexpr std::int64_t echoWithin = 3000;

/// Which displays have shown the last call of this counter. Silent about calls made before the program
/// looked.
class CallEcho {
public:
    void called(std::int64_t seq, std::int64_t local);
    /// The data of an event call_shown; those of other calls are ignored.
    void shown(const base::json::Object& data);
    void forget();

    bool known() const { return seq_.has_value(); }
    int displays() const { return static_cast<int>(displays_.size()); }
    bool spoken() const { return spoken_; }
    /// True when no display has shown it in time.
    bool missing(std::int64_t local) const { return seq_ && displays_.empty() && local - at_ >= echoWithin; }

private:
    std::optional<std::int64_t> seq_;
    std::int64_t at_ = 0;
    std::set<std::string> displays_;
    bool spoken_ = false;
};

}  // namespace luot::counterclient::hall
