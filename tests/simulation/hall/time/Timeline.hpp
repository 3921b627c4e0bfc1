#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/Time.hpp"

namespace luot::simulation {

using base::Instant;
using base::Milliseconds;

/// What will happen, in order. Time passes only from one happening to the next. Happenings of one moment come
/// by lane and inside a lane as they were announced, so that the order does not depend on in which order the
/// server's hash tables name its listeners.
class Timeline {
public:
    using Action = std::function<void()>;
    explicit Timeline(Instant start) : now_(start) {}

    Instant now() const { return now_; }
    void at(Instant when, int lane, Action action) {
        events_.emplace(std::tuple(std::max(when, now_), lane, ++announced_[lane]), std::move(action));
    }
    void after(Milliseconds pause, int lane, Action action) { at(now_ + pause, lane, std::move(action)); }

    /// Lets the next thing happen. False when it would be after `end`: then it is `end`.
    bool step(Instant end) {
        if (events_.empty() || std::get<0>(events_.begin()->first) > end) {
            now_ = std::max(now_, end);
            return false;
        }
        auto next = events_.extract(events_.begin());
        now_ = std::get<0>(next.key());
        next.mapped()();
        return true;
    }

private:
    Instant now_;
    std::map<std::tuple<Instant, int, std::uint64_t>, Action> events_;
    std::unordered_map<int, std::uint64_t> announced_;
};

/// Lanes of the timeline; a client's own is `people` and its number, its link's two ways are behind it.
namespace lane {
constexpr int weather = 0;
constexpr int disk = 1;
constexpr int server = 2;
constexpr int people = 100;
constexpr int toClient = 200;
constexpr int toServer = 300;
}  // namespace lane

}  // namespace luot::simulation
