#include "hardware/emulator/command/Length.hpp"

#include <algorithm>
#include <array>

#include "hardware/emulator/command/Command.hpp"

namespace luot::hardware::emulator::command {

namespace {

using Bytes = std::span<const std::uint8_t>;

/// A longer one is taken for a mistake, bytes.
constexpr std::size_t longest = 256 * 1024;

struct Fixed {
    std::uint8_t lead;
    char second;
    std::size_t arguments;
};

/// Epson ESC/POS command reference.
constexpr auto fixed = std::to_array<Fixed>({
    {esc, '@', 0}, {esc, 'a', 1}, {esc, 'd', 1}, {esc, 'J', 1},  {esc, '!', 1}, {esc, 'E', 1}, {esc, 'G', 1},
    {esc, 'M', 1}, {esc, '-', 1}, {esc, '2', 0}, {esc, '3', 1},  {esc, 't', 1}, {esc, 'R', 1}, {esc, 'V', 1},
    {esc, '{', 1}, {esc, ' ', 1}, {esc, '$', 2}, {esc, '\\', 2}, {esc, 'p', 3}, {esc, 'B', 2}, {esc, 'c', 2},
    {esc, 'T', 1}, {esc, '=', 1}, {esc, 'r', 1}, {esc, 'i', 0},  {esc, 'm', 0}, {esc, 'L', 0}, {esc, 'S', 0},
    {esc, 'W', 8}, {esc, '%', 1}, {esc, '?', 1}, {esc, 'K', 1},  {esc, 'e', 1}, {esc, 'U', 1}, {esc, 'u', 1},
    {gs, '!', 1},  {gs, 'a', 1},  {gs, 'r', 1},  {gs, 'I', 1},   {gs, 'B', 1},  {gs, 'L', 2},  {gs, 'W', 2},
    {gs, 'P', 2},  {gs, 'H', 1},  {gs, 'h', 1},  {gs, 'w', 1},   {gs, 'f', 1},  {gs, 'b', 1},  {gs, '$', 2},
    {gs, '\\', 2}, {gs, '/', 1},  {gs, ':', 0},  {gs, 'E', 1},   {gs, 'T', 1},  {gs, '^', 3},  {gs, 'j', 1},
    {fs, '.', 0},  {fs, '&', 0},  {fs, '!', 1},  {fs, 'C', 1},   {fs, 'S', 2},  {fs, '-', 1},  {fs, 'W', 1},
    {fs, 'p', 2},  {dle, 4, 1},   {dle, 5, 1},
});

Length exactly(std::size_t bytes) { return bytes > longest ? Length{2, false} : Length{bytes, true}; }
Length undecided() { return {}; }

std::size_t word(Bytes begun, std::size_t at) {
    return begun[at] + 256U * static_cast<std::size_t>(begun[at + 1]);
}

/// GS V: 0 and 1 (also as digits) cut at once, the others have one more argument.
Length cut(Bytes begun) {
    if (begun.size() < 3) return undecided();
    const int form = begun[2];
    return exactly(form == 0 || form == 1 || form == '0' || form == '1' ? 3 : 4);
}

/// GS k: older forms end with a 0, newer ones say how long they are.
Length barcode(Bytes begun) {
    if (begun.size() < 4) return undecided();
    if (begun[2] >= 'A') return exactly(4U + begun[3]);
    return begun.back() == 0 ? exactly(begun.size()) : undecided();
}

/// ESC *: columns of 8 dots, or of 24.
Length bitImage(Bytes begun) {
    if (begun.size() < 5) return undecided();
    return exactly(5 + word(begun, 3) * (begun[2] < 32 ? 1 : 3));
}

Length tabStops(Bytes begun) {
    const bool ended = begun.size() > 2 && (begun.back() == 0 || begun.size() == 2 + 32);
    return ended ? exactly(begun.size()) : undecided();
}

/// GS 8 L: a length of four bytes.
Length largeGraphics(Bytes begun) {
    if (begun.size() < 7) return undecided();
    return exactly(7 + word(begun, 3) + 65536 * word(begun, 5));
}

Length realTimeAction(Bytes begun) {
    if (begun.size() < 3) return undecided();
    return exactly(begun[2] == 8 ? 10 : 5);
}

/// "(": two bytes after the letter say how much follows.
Length extended(Bytes begun) { return begun.size() < 5 ? undecided() : exactly(5 + word(begun, 3)); }

Length downloadedImage(Bytes begun) {
    if (begun.size() < 4) return undecided();
    return exactly(4 + 8U * begun[2] * begun[3]);
}

}  // namespace

Length lengthOf(Bytes begun) {
    const auto lead = begun[0];
    if (lead != esc && lead != gs && lead != fs && lead != dle) return exactly(1);
    if (begun.size() < 2) return undecided();
    const auto second = begun[1];
    if (lead != dle && second == '(') return extended(begun);
    const auto found = std::find_if(fixed.begin(), fixed.end(), [&](const Fixed& row) {
        return row.lead == lead && static_cast<std::uint8_t>(row.second) == second;
    });
    if (found != fixed.end()) return exactly(2 + found->arguments);
    if (lead == gs && second == 'V') return cut(begun);
    if (lead == gs && second == 'v') return exactly(8);
    if (lead == gs && second == 'k') return barcode(begun);
    if (lead == gs && second == '8') return largeGraphics(begun);
    if (lead == gs && second == '*') return downloadedImage(begun);
    if (lead == esc && second == '*') return bitImage(begun);
    if (lead == esc && second == 'D') return tabStops(begun);
    if (lead == dle && second == 0x14) return realTimeAction(begun);
    return {2, false};
}

}  // namespace luot::hardware::emulator::command
