#pragma once

#include <string>

#include "base/Wording.hpp"
#include "protocol/Hall.hpp"

namespace luot::dispenser::print {

/// A wait as people are told it, in minutes: no finer than it is known, and never shorter.
struct ExpectedWait {
    int from = 0;
    int to = 0;

    /// Whole minutes, above 15 in steps of five: the lower end rounded down, the upper end up.
    static ExpectedWait of(const protocol::Estimate& estimate);
    bool none() const { return to == 0; }
    bool operator==(const ExpectedWait&) const = default;
};

/// "10-20 phút", "10 phút", "dưới 5 phút"; for no wait at all "Không phải chờ".
std::string waitText(const ExpectedWait& wait, const base::Wording& wording, const std::string& language);

/// The same with "khoảng" before a figure.
std::string aboutWait(const ExpectedWait& wait, const base::Wording& wording, const std::string& language);

}  // namespace luot::dispenser::print
