#include "hardware/emulator/paper/Strip.hpp"

#include <algorithm>
#include <iterator>

namespace luot::hardware::emulator::paper {

void blackenDot(Row& row, int x) {
    if (x < 0 || static_cast<std::size_t>(x / 8) >= row.size()) return;
    row[static_cast<std::size_t>(x / 8)] |= static_cast<std::uint8_t>(0x80 >> x % 8);
}

void blacken(Row& row, std::span<const std::uint8_t> dots, int x) {
    for (std::size_t byte = 0; byte < dots.size(); ++byte)
        for (int bit = 0; bit < 8 && dots[byte] != 0; ++bit)
            if ((dots[byte] >> (7 - bit) & 1) != 0) blackenDot(row, x + static_cast<int>(byte) * 8 + bit);
}

void Strip::add(const Row& row) {
    rows_.push_back(row);
    rows_.back().resize(static_cast<std::size_t>((width_ + 7) / 8));
}

bool Strip::black(int x, int y) const {
    return (rows_[static_cast<std::size_t>(y)][static_cast<std::size_t>(x / 8)] >> (7 - x % 8) & 1) != 0;
}

bool Strip::blank() const {
    return std::all_of(rows_.begin(), rows_.end(), [](const Row& row) {
        return std::all_of(row.begin(), row.end(), [](auto byte) { return byte == 0; });
    });
}

Strip Strip::tear(int kept) {
    const auto from = rows_.end() - std::clamp(kept, 0, height());
    Strip torn(width_);
    torn.rows_.assign(std::make_move_iterator(rows_.begin()), std::make_move_iterator(from));
    rows_.erase(rows_.begin(), from);
    return torn;
}

}  // namespace luot::hardware::emulator::paper
