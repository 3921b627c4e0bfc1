#pragma once

#include <string>

#include "queue/decide/Decisions.hpp"

/// Which number a ticket gets.
namespace luot::queue {

/// A number that nobody has had today.
struct Number {
    std::string text;    ///< "A001"
    std::string series;  ///< that it was taken from
    int count = 0;       ///< its place there
};

/// The series of the service, or of its lane where the lane has its own.
NumberSeries seriesFor(const Rules& rules, const Service& service, const std::string& lane);

/// Refused: seriesUsedUp.
Checked<Number> nextNumber(const Hall& hall, const NumberSeries& series);

/// Where a ticket of that moment stands: behind all that were issued before and have not been called, and
/// before the others.
std::int64_t placeByTime(const Hall& hall, Instant issuedAt);

}  // namespace luot::queue
