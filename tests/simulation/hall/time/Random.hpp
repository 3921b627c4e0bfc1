#pragma once

#include <cmath>
#include <cstdint>

#include "base/Time.hpp"

namespace luot::simulation {

/// Numbers that follow from a seed alone: the standard's distributions differ from library to library.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    /// Another source that does not depend on how much of this one has been used.
    Random stream(std::uint64_t name) const {
        Random mixed(state_ ^ (name * 0xd1342543de82ef95ULL));
        return Random(mixed.next());
    }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }

    /// 0 to 1, without 1.
    double part() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    bool chance(double probability) { return part() < probability; }
    int below(int end) { return static_cast<int>(next() % static_cast<std::uint64_t>(end)); }
    std::size_t index(std::size_t size) { return static_cast<std::size_t>(next() % size); }
    base::Milliseconds between(base::Milliseconds from, base::Milliseconds to) {
        return from + base::Milliseconds(static_cast<std::int64_t>(
                          next() % static_cast<std::uint64_t>((to - from).count() + 1)));
    }
    base::Milliseconds exponential(base::Milliseconds mean) {
        return base::Milliseconds(
            static_cast<std::int64_t>(-std::log1p(-part()) * static_cast<double>(mean.count())));
    }

private:
    std::uint64_t state_;
};

}  // namespace luot::simulation
