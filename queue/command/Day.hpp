#pragma once

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
    Rules rules;
};

}  // namespace luot::queue
