#include "protocol/offline/OfflineSeries.hpp"

#include <fmt/format.h>

namespace luot::protocol {

std::string OfflineSeries::signedText() const {
    return fmt::format("luot offline series 1\n{}\n{}\n{}\n{}\n", digit, store, day, after);
}

std::string offlineNumber(const std::string& prefix, int digit, int sequence) {
    return fmt::format("{}{}-{:03}", prefix, digit, sequence);
}

}  // namespace luot::protocol
