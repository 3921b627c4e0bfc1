#pragma once

#include <vector>

#include "hardware/escpos/Image.hpp"

namespace luot::hardware::escpos {

/// How a picture is cut into pieces that a printer's buffer can hold.
struct BandOptions {
    /// Rows; 1 to 255. Clones with a buffer of 4 KB print garbage when a band is higher than about 128.
    int rows = 128;
    /// So many blank rows in a run are fed over in place of sent; 0: never.
    int skipBlankRows = 2;
    /// Leaves out blank columns of bytes at the sides.
    bool crop = true;
    /// The paper's printable width is the picture's: then a band may also stand at the left edge, which crops
    /// more.
    bool imageFillsPaper = true;
    /// POS-5890K prints garbage when a band's height is a multiple of 48: such a band is split.
    bool avoidMultiplesOf48 = false;
};

/// A piece of the picture: rows `top` to `top + rows`, of each the bytes `firstByte` to `firstByte +
/// bytesPerRow`. No bytes: blank rows.
struct Band {
    int top = 0;
    int rows = 0;
    int firstByte = 0;
    int bytesPerRow = 0;
    bool centred = true;  ///< where it must stand on the paper: in the middle, else at the left edge

    bool blank() const { return bytesPerRow == 0; }
    bool operator==(const Band&) const = default;
};

/// The bands from top to bottom; together they hold every row once. Blank rows at the end are left out.
std::vector<Band> bandsOf(const Image& image, const BandOptions& options);

}  // namespace luot::hardware::escpos
