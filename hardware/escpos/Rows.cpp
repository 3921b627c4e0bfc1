#include "hardware/escpos/Rows.hpp"

#include <algorithm>

namespace luot::hardware::escpos {

namespace {

bool inPairs(std::uint8_t byte) { return ((byte >> 1) & 0x55) == (byte & 0x55); }

Row rowOf(std::span<const std::uint8_t> bytes) {
    const auto inked = [](std::uint8_t byte) { return byte != 0; };
    const auto first = std::find_if(bytes.begin(), bytes.end(), inked);
    if (first == bytes.end()) return {{static_cast<int>(bytes.size()), 0}, true, false};
    const auto end = std::find_if(bytes.rbegin(), bytes.rend(), inked).base();
    Row row;
    row.ink = {static_cast<int>(first - bytes.begin()), static_cast<int>(end - bytes.begin())};
    row.pairs = std::all_of(first, end, inPairs);
    return row;
}

}  // namespace

Ink Ink::with(const Ink& other) const { return {std::min(first, other.first), std::max(end, other.end)}; }

std::vector<Row> rowsOf(const Image& image) {
    std::vector<Row> rows;
    rows.reserve(static_cast<std::size_t>(image.height));
    for (int y = 0; y < image.height; ++y) {
        rows.push_back(rowOf(image.row(y)));
        rows.back().again =
            y > 0 && std::equal(image.row(y).begin(), image.row(y).end(), image.row(y - 1).begin());
    }
    return rows;
}

}  // namespace luot::hardware::escpos
