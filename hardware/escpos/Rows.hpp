#pragma once

#include <vector>

#include "hardware/escpos/Image.hpp"

namespace luot::hardware::escpos {

/// The bytes of a row that hold ink: `first` up to, not with, `end`.
struct Ink {
    int first = 0;
    int end = 0;

    bool none() const { return end == 0; }
    /// Both together.
    Ink with(const Ink& other) const;
};

/// What the cutting into bands must know of each row of a picture.
struct Row {
    Ink ink;
    bool pairs = false;  ///< dots 0 and 1, 2 and 3, ... are equal
    bool again = false;  ///< the same as the row above
};

std::vector<Row> rowsOf(const Image& image);

}  // namespace luot::hardware::escpos
