#pragma once

#include <cstdint>
#include <vector>

#include "hardware/escpos/Image.hpp"

namespace luot::hardware::escpos {

enum class Align : std::uint8_t { left = 0, centre = 1, right = 2 };

/// How a picture is cut into pieces that a printer's buffer can hold.
struct BandOptions {
    /// Rows that are sent at once; 1 to 255. Clones with a buffer of 4 KB print garbage when a band is higher
    /// than about 128.
    int rows = 128;
    /// Feeds over blank rows in place of sending them, where that is shorter. Only where motionUnits() is
    /// obeyed: else nobody knows how far ESC J moves.
    bool feedBlankRows = true;
    /// Leaves out blank columns of bytes at the sides.
    bool crop = true;
    /// What is printed in is as wide as the picture, by printWidth() or by nature: then a band may also stand
    /// at the left or right edge, which crops more.
    bool imageFillsPaper = true;
    /// POS-5890K prints garbage when a band's height is a multiple of 48: such bands are not made.
    bool avoidMultiplesOf48 = false;
    /// Where dots stand in equal squares of two by two (codes, rules), sends one for four and has the printer
    /// enlarge them (m = 3, "quadruple").
    bool enlarge = false;
};

/// A piece of the picture: rows `top` to `top + rows`, of each the bytes `firstByte` to `firstByte +
/// bytesPerRow`. No bytes: blank rows.
struct Band {
    int top = 0;
    int rows = 0;
    int firstByte = 0;
    int bytesPerRow = 0;
    Align where = Align::centre;  ///< on the paper
    bool enlarged = false;        ///< sent at half its width and height

    bool blank() const { return bytesPerRow == 0; }
    int sentRows() const { return enlarged ? rows / 2 : rows; }
    int sentBytesPerRow() const { return enlarged ? bytesPerRow / 2 : bytesPerRow; }
    bool operator==(const Band&) const = default;
};

/// The bands from top to bottom that take the fewest bytes, seams counted; together they hold every row once.
/// Blank rows at the end are left out.
std::vector<Band> bandsOf(const Image& image, const BandOptions& options);

}  // namespace luot::hardware::escpos
