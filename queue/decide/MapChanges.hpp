#pragma once

#include <string>

#include "queue/Rules.hpp"

/// Who serves what after the head has changed it.
namespace luot::queue {

/// The rules with the map's rows in place of those counters'; a counter that is gone is passed over.
Rules withMap(Rules rules, const MapChange& map);

/// Some counter serves it, be it as a fallback.
bool isServed(const Rules& rules, const std::string& service);

}  // namespace luot::queue
