#pragma once

namespace luot::dispenser::print {

/// Sizes of a ticket's parts in dots (8 per mm).
struct TicketSizes {
    double authority = 24;
    double centre = 25;
    double heading = 34;
    double number = 190;
    double bar = 58;
    double barText = 36;
    double field = 32;
    double procedure = 26;
    double counters = 30;
    double label = 24;
    double ahead = 56;
    double turn = 38;
    double module = 6;  ///< of the QR code
    double small = 24;
    double gap = 14;  ///< above and below a rule
};

constexpr TicketSizes sizes80mm{};
constexpr TicketSizes sizes58mm{18, 19, 24, 137, 42, 26, 23, 19, 22, 18, 40, 27, 4, 18, 12};

/// Narrower paper than this gets the small sizes, dots.
constexpr int leastFor80mm = 500;

constexpr const TicketSizes& sizesFor(int width) { return width < leastFor80mm ? sizes58mm : sizes80mm; }

}  // namespace luot::dispenser::print
