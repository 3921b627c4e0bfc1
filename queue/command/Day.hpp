#pragma once

#include "base/Boxed.hpp"
#include "queue/Rules.hpp"

namespace luot::queue {

/// The head opens the hall outside the calendar, or again after closing it.
struct OpenDay {};

/// Ends the day: whoever still waits expires.
struct CloseDay {};

/// The moment that Hall::nextWakeUp asked for, or any other: what is due happens.
struct TimePassed {};

/// The rules of the centre are these from now on.
struct ChangeSettings {
    base::Boxed<Rules> rules;
    std::optional<base::Date> from = std::nullopt;  ///< none: at once
};

/// What counters serve, now or from a day on.
struct ChangeMap {
    MapChange map;
    std::optional<base::Date> from = std::nullopt;
};

}  // namespace luot::queue
