#pragma once

#include <cstddef>
#include <cstdint>
#include <queue>
#include <tuple>
#include <vector>

#include "base/Time.hpp"

namespace luot::simulator::twin {

/// What is going to happen when, in the order of time, and at one moment in the order of asking. Its size is
/// the number of things that are under way at once, never that of the whole run.
template <class What>
class Agenda {
public:
    struct Entry {
        base::Instant at{};
        std::uint64_t order = 0;
        What what{};
    };

    void add(base::Instant at, What what) { entries_.push({at, ++added_, what}); }
    bool empty() const { return entries_.empty(); }
    base::Instant nextAt() const { return entries_.top().at; }
    std::size_t size() const { return entries_.size(); }

    Entry take() {
        Entry entry = entries_.top();
        entries_.pop();
        return entry;
    }

private:
    struct Later {
        bool operator()(const Entry& one, const Entry& other) const {
            return std::tie(one.at, one.order) > std::tie(other.at, other.order);
        }
    };
    std::priority_queue<Entry, std::vector<Entry>, Later> entries_;
    std::uint64_t added_ = 0;
};

}  // namespace luot::simulator::twin
