// Prints what our encoder writes, one command a line as "name hex", for the oracle that knows the same
// commands. Links the escpos library alone, as other programs may.
#include <cstdio>
#include <string>
#include <vector>

#include "hardware/escpos/Encoder.hpp"

namespace {

using namespace luot::hardware::escpos;

void show(const char* name, const Encoder& encoder) {
    std::printf("%s ", name);
    for (const unsigned byte : encoder.bytes()) std::printf("%02x", byte);
    std::printf("\n");
}

/// A third of the dots of 16 x 8, as the oracle's script makes them.
std::vector<std::uint8_t> dots() {
    std::vector<std::uint8_t> bytes(16);
    for (std::size_t i = 0; i < 16 * 8; i += 3) bytes[i / 8] |= static_cast<std::uint8_t>(0x80U >> i % 8);
    return bytes;
}

}  // namespace

int main() {
    const auto picture = dots();
    show("init", Encoder().init());
    show("units", Encoder().motionUnits(203));
    show("left", Encoder().align(Align::left));
    show("centre", Encoder().align(Align::centre));
    show("right", Encoder().align(Align::right));
    show("raster", Encoder().raster({16, 8, picture}));
    show("qr", Encoder().qrCode("https://example.vn/t/1", 6));
    show("pulse", Encoder().kickDrawer(2, 100));
    show("pulse5", Encoder().kickDrawer(5, 100));
    show("cut", Encoder().feedAndCut());
    return 0;
}
