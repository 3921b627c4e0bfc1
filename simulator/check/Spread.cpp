#include "simulator/check/Spread.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace luot::simulator::check {

void Spread::add(double value) {
    values_.push_back(value);
    sorted_ = false;
}

double Spread::mean() const {
    if (values_.empty()) return 0;
    return std::accumulate(values_.begin(), values_.end(), 0.0) / static_cast<double>(values_.size());
}

double Spread::most() const {
    return values_.empty() ? 0 : *std::max_element(values_.begin(), values_.end());
}

double Spread::percentile(double share) const {
    if (values_.empty()) return 0;
    if (!sorted_) std::sort(values_.begin(), values_.end());
    sorted_ = true;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values_.size())));
    return values_[std::clamp<std::size_t>(rank, 1, values_.size()) - 1];
}

}  // namespace luot::simulator::check
