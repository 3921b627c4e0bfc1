#include "hardware/escpos/Bands.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "hardware/escpos/Rows.hpp"

namespace luot::hardware::escpos {

namespace {

// What each command costs, bytes.
constexpr int alignBytes = 3;
constexpr int headBytes = 8;  ///< of GS v 0
/// A seam goes through a letter and may show on a printer that starves: it must save more than this.
constexpr int seamBytes = 16;
constexpr int feedBytes = 3;
constexpr int mostFed = 255;  ///< dots of one ESC J

constexpr int unreachable = std::numeric_limits<int>::max() / 2;
constexpr std::array<Align, 3> places{Align::left, Align::centre, Align::right};
constexpr std::size_t indexOf(Align where) { return static_cast<std::size_t>(where); }

int feedCost(int rows) { return feedBytes * ((rows + mostFed - 1) / mostFed); }

/// Finds the cheapest way from each row to the end, from the last row upwards.
class Plan {
public:
    Plan(const Image& image, const BandOptions& options);
    std::vector<Band> bands() const;

private:
    /// What begins at a row when the printer aligns so, and what it costs from there to the end.
    struct Step {
        int cost = unreachable;
        Band band;
    };
    using Steps = std::array<Step, 3>;  ///< by the alignment that is set before it

    void solve(int top);
    void tryFeed(int top);
    void tryBand(Band band, Ink ink);
    /// Crops `band` to `ink` where it may stand; false: it may not stand there so.
    bool place(Band& band, Ink ink) const;
    bool heightAllowed(const Band& band) const;
    Steps& at(int row) { return steps_[static_cast<std::size_t>(row)]; }
    const Row& row(int y) const { return rows_[static_cast<std::size_t>(y)]; }

    BandOptions options_;
    int bytesPerRow_;
    bool edges_;
    int most_;  ///< rows sent in a band
    std::vector<Row> rows_;
    std::vector<Steps> steps_;
};

Plan::Plan(const Image& image, const BandOptions& options)
    : options_(options),
      bytesPerRow_(image.bytesPerRow()),
      edges_(options.imageFillsPaper && options.crop && image.width % 8 == 0),
      most_(std::clamp(options.rows, 1, 255)),
      rows_(rowsOf(image)) {
    while (!rows_.empty() && rows_.back().ink.none()) rows_.pop_back();
    steps_.resize(rows_.size() + 1);
    for (auto& end : steps_.back()) end.cost = 0;
    // The alignment ends as it began.
    for (const auto other : {Align::left, Align::right}) steps_.back()[indexOf(other)].cost = alignBytes;
    for (int top = static_cast<int>(rows_.size()) - 1; top >= 0; --top) solve(top);
}

void Plan::solve(int top) {
    if (options_.feedBlankRows) tryFeed(top);
    Ink ink{bytesPerRow_, 0};
    bool enlargeable = options_.enlarge;
    const int rowsLeft = static_cast<int>(rows_.size()) - top;
    const int most = std::min(rowsLeft, options_.enlarge ? 2 * most_ : most_);
    for (int count = 1; count <= most; ++count) {
        const auto& added = row(top + count - 1);
        ink = ink.with(added.ink);
        enlargeable = enlargeable && added.pairs && (count % 2 == 1 || added.again);
        if (count > most_ && !enlargeable) break;
        Band band{top, count};
        if (!ink.none() || !options_.feedBlankRows) tryBand(band, ink);
        band.enlarged = true;
        if (enlargeable && count % 2 == 0 && !ink.none()) tryBand(band, ink);
    }
}

void Plan::tryFeed(int top) {
    int end = top;
    while (row(end).ink.none()) ++end;  // the last row holds ink
    const int rows = end - top;
    if (rows == 0) return;
    for (const auto before : places) {
        const int cost = feedCost(rows) + at(end)[indexOf(before)].cost;
        auto& step = at(top)[indexOf(before)];
        if (cost < step.cost) step = {cost, {top, rows}};
    }
}

void Plan::tryBand(Band band, Ink ink) {
    if (!heightAllowed(band)) return;
    for (const auto where : places) {
        band.where = where;
        if (!place(band, ink)) continue;
        const int after = at(band.top + band.rows)[indexOf(where)].cost;
        const int cost = headBytes + seamBytes + band.sentRows() * band.sentBytesPerRow() + after;
        for (const auto before : places) {
            auto& step = at(band.top)[indexOf(before)];
            const int whole = cost + (before == where ? 0 : alignBytes);
            // Of equal ones the highest, so that there are few.
            if (whole < step.cost || (whole == step.cost && band.rows > step.band.rows)) step = {whole, band};
        }
    }
}

bool Plan::heightAllowed(const Band& band) const {
    const int rows = band.sentRows();
    return rows <= most_ && !(options_.avoidMultiplesOf48 && rows % 48 == 0);
}

bool Plan::place(Band& band, Ink ink) const {
    if (band.where != Align::centre && !edges_) return false;
    if (ink.none() && options_.crop) ink = {(bytesPerRow_ - 1) / 2, bytesPerRow_ / 2 + 1};
    if (!options_.crop) ink = {0, bytesPerRow_};
    // Cut alike on both sides, a centred band keeps its place.
    if (band.where == Align::centre) {
        const int side = std::min(ink.first, bytesPerRow_ - ink.end);
        ink = {side, bytesPerRow_ - side};
    }
    if (band.where == Align::left) ink.first = 0;
    if (band.where == Align::right) ink.end = bytesPerRow_;
    int width = ink.end - ink.first;
    if (band.enlarged && width % 2 == 1) {
        if (band.where == Align::centre || width == bytesPerRow_) return false;
        ++width;
        if (band.where == Align::right) --ink.first;
    }
    band.firstByte = ink.first;
    band.bytesPerRow = width;
    return true;
}

std::vector<Band> Plan::bands() const {
    std::vector<Band> bands;
    auto where = Align::centre;
    for (std::size_t y = 0; y < rows_.size();) {
        const auto& step = steps_[y][indexOf(where)];
        bands.push_back(step.band);
        if (!step.band.blank()) where = step.band.where;
        y += static_cast<std::size_t>(step.band.rows);
    }
    return bands;
}

}  // namespace

std::vector<Band> bandsOf(const Image& image, const BandOptions& options) {
    return Plan(image, options).bands();
}

}  // namespace luot::hardware::escpos
