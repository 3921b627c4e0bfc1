#pragma once

#include "hardware/emulator/paper/Glyphs.hpp"
#include "hardware/emulator/paper/Strip.hpp"

namespace luot::hardware::emulator::paper {

enum class Align { left, centre, right };

/// How letters look.
struct Style {
    int wide = 1;  ///< times, 1 to 8
    int high = 1;
    bool bold = false;
    bool underlined = false;
};

/// The part of the head's width that lines may use, in dots.
struct Area {
    int left = 0;
    int width = 576;
};

/// The letters that wait for a line feed.
class Line {
public:
    /// False when the line is full: it must be printed first.
    bool put(std::uint8_t character, const Style& style, const Area& area);
    void moveTo(int x) { x_ = x < 0 ? 0 : x; }
    int x() const { return x_; }
    bool empty() const { return cells_.empty(); }
    /// The rows of the line, which is then empty.
    std::vector<Row> print(Glyphs& glyphs, Align align, const Area& area);

private:
    struct Cell {
        std::uint8_t character = 0;
        int x = 0;
        Style style;
    };
    static void draw(std::vector<Row>& rows, const Cell& cell, const Glyph& glyph, int left);

    std::vector<Cell> cells_;
    int x_ = 0;
    int end_ = 0;  ///< the furthest right that letters reach
};

}  // namespace luot::hardware::emulator::paper
