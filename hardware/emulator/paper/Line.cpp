#include "hardware/emulator/paper/Line.hpp"

#include <algorithm>

namespace luot::hardware::emulator::paper {

bool Line::put(std::uint8_t character, const Style& style, const Area& area) {
    const int width = cellWidth * style.wide;
    if (x_ + width > area.width && x_ > 0) return false;
    cells_.push_back({character, x_, style});
    x_ += width;
    end_ = std::max(end_, x_);
    return true;
}

void Line::draw(std::vector<Row>& rows, const Cell& cell, const Glyph& glyph, int left) {
    const int high = cell.style.high;
    const int top = static_cast<int>(rows.size()) - cellHeight * high;
    for (int y = 0; y < cellHeight * high; ++y) {
        auto bits = static_cast<unsigned>(glyph[static_cast<std::size_t>(y / high)]);
        if (cell.style.bold) bits |= bits >> 1U;
        if (cell.style.underlined && y / high == cellHeight - 1) bits = 0xFFF;
        for (int x = 0; x < cellWidth * cell.style.wide; ++x)
            if ((bits >> static_cast<unsigned>(cellWidth - 1 - x / cell.style.wide) & 1U) != 0)
                blackenDot(rows[static_cast<std::size_t>(top + y)], left + cell.x + x);
    }
}

std::vector<Row> Line::print(Glyphs& glyphs, Align align, const Area& area) {
    int high = 0;
    for (const auto& cell : cells_) high = std::max(high, cell.style.high);
    const int free = std::max(0, area.width - end_);
    const int left = area.left + (align == Align::left ? 0 : align == Align::right ? free : free / 2);
    const auto bytes = static_cast<std::size_t>((area.left + area.width + 7) / 8);
    std::vector<Row> rows(static_cast<std::size_t>(cellHeight * high), Row(bytes));
    for (const auto& cell : cells_) draw(rows, cell, glyphs.of(cell.character), left);
    *this = {};
    return rows;
}

}  // namespace luot::hardware::emulator::paper
