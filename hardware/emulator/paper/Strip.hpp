#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace luot::hardware::emulator::paper {

/// One row of dots; the left dot in the highest bit of the first byte, 1 = black.
using Row = std::vector<std::uint8_t>;

constexpr int dotsPerMm = 8;  ///< 203 dpi

/// Black where `dots` is, from dot `x` on; what does not fit is left out.
void blacken(Row& row, std::span<const std::uint8_t> dots, int x);
void blackenDot(Row& row, int x);

/// A piece of paper as wide as a printer's head, growing row by row.
class Strip {
public:
    explicit Strip(int width) : width_(width) {}

    void add(const Row& row);
    int width() const { return width_; }
    int height() const { return static_cast<int>(rows_.size()); }
    bool black(int x, int y) const;
    bool blank() const;
    const std::vector<Row>& rows() const { return rows_; }
    /// Takes all off but the last `kept` rows.
    Strip tear(int kept);

private:
    int width_ = 0;
    std::vector<Row> rows_;
};

}  // namespace luot::hardware::emulator::paper
