#include "hardware/escpos/Bands.hpp"

#include <algorithm>

namespace luot::hardware::escpos {

namespace {

bool blankRow(const Image& image, int y) {
    const auto row = image.row(y);
    return std::all_of(row.begin(), row.end(), [](auto byte) { return byte == 0; });
}

int blankRun(const Image& image, int from) {
    int y = from;
    while (y < image.height && blankRow(image, y)) ++y;
    return y - from;
}

/// Rows from `from` on until a run of blank rows that is worth a feed, or the band is full.
int inkRows(const Image& image, int from, const BandOptions& options) {
    const int most = std::clamp(options.rows, 1, 255);
    int y = from;
    while (y < image.height && y - from < most) {
        const int blank = blankRun(image, y);
        const bool atEnd = y + blank == image.height;
        if (blank > 0 && (atEnd || (options.skipBlankRows > 0 && blank >= options.skipBlankRows))) break;
        y += std::max(1, blank);
    }
    const int rows = std::min(y - from, most);
    const bool forbidden = options.avoidMultiplesOf48 && rows % 48 == 0;
    return forbidden ? rows - 8 : rows;
}

struct Columns {
    int first = 0;
    int end = 0;
};

/// The columns of bytes that hold ink in those rows.
Columns inkColumns(const Image& image, int top, int rows) {
    Columns ink{image.bytesPerRow(), 0};
    for (int y = top; y < top + rows; ++y) {
        const auto row = image.row(y);
        for (int x = 0; x < image.bytesPerRow(); ++x) {
            if (row[static_cast<std::size_t>(x)] == 0) continue;
            ink.first = std::min(ink.first, x);
            ink.end = std::max(ink.end, x + 1);
        }
    }
    return ink;
}

Band cropped(const Image& image, Band band, const BandOptions& options) {
    const auto ink = inkColumns(image, band.top, band.rows);
    const int all = image.bytesPerRow();
    if (!options.crop || ink.end == 0) {
        band.bytesPerRow = all;
        return band;
    }
    // Cut alike on both sides, a centred band keeps its place.
    const int side = std::min(ink.first, all - ink.end);
    band.firstByte = side;
    band.bytesPerRow = all - 2 * side;
    if (options.imageFillsPaper && ink.end < band.bytesPerRow) {
        band.firstByte = 0;
        band.bytesPerRow = ink.end;
        band.centred = false;
    }
    return band;
}

}  // namespace

std::vector<Band> bandsOf(const Image& image, const BandOptions& options) {
    std::vector<Band> bands;
    int y = 0;
    while (y < image.height) {
        const int blank = blankRun(image, y);
        if (y + blank == image.height) break;
        if (blank > 0 && options.skipBlankRows > 0) {
            bands.push_back({y, blank, 0, 0, true});
            y += blank;
        }
        Band band{y, inkRows(image, y, options), 0, 0, true};
        bands.push_back(cropped(image, band, options));
        y += band.rows;
    }
    return bands;
}

}  // namespace luot::hardware::escpos
