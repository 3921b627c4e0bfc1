#pragma once

#include <cstdint>
#include <string_view>

#include "base/Hash.hpp"
#include "journal/Journal.hpp"

namespace luot::journal {

/// Where the chain of rows ends: what the next row is linked to. Before the first row: 0 and zeros.
struct ChainEnd {
    std::int64_t seq = 0;
    base::Sha256 hash{};

    bool operator==(const ChainEnd&) const = default;
};

/// The row that `fact` makes after `end`: SHA-256 over the previous hash and the row's fields as netstrings,
/// so that no two rows have the same bytes (docs/journal.md has the format for outsiders).
ChainEnd chained(const ChainEnd& end, const Fact& fact);

}  // namespace luot::journal
