#pragma once

#include <cstddef>
#include <vector>

namespace luot::simulator::check {

/// Collects measured values and says how they spread.
class Spread {
public:
    void add(double value);
    std::size_t count() const { return values_.size(); }
    double mean() const;
    double most() const;
    /// The smallest value that at least `share` (0 to 1) of all do not exceed; 0 when there are none.
    double percentile(double share) const;

private:
    mutable std::vector<double> values_;
    mutable bool sorted_ = true;
};

}  // namespace luot::simulator::check
