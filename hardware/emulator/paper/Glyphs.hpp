#pragma once

#include <array>
#include <cstdint>

namespace luot::hardware::emulator::paper {

constexpr int cellWidth = 12;   ///< dots, font A
constexpr int cellHeight = 24;  ///< dots

/// Rows of a letter from the top; the left dot in bit 11.
using Glyph = std::array<std::uint16_t, cellHeight>;

/// A box for what is no ASCII: our tickets are pictures, so no code page is known here.
Glyph boxGlyph();

/// The letters of a printer's own font.
class Glyphs {
public:
    virtual ~Glyphs() = default;
    virtual const Glyph& of(std::uint8_t character) = 0;
};

/// Noto Sans pressed into cells; drawn when first needed.
class DrawnGlyphs final : public Glyphs {
public:
    const Glyph& of(std::uint8_t character) override;

private:
    std::array<Glyph, 256> glyphs_{};
    std::array<bool, 256> drawn_{};
};

}  // namespace luot::hardware::emulator::paper
