#include "hardware/emulator/paper/Glyphs.hpp"

#include "draw/Painter.hpp"
#include "draw/image/Raster.hpp"

namespace luot::hardware::emulator::paper {

namespace {

Glyph drawn(char character) {
    draw::DrawList list;
    list.design = {cellWidth, cellHeight};
    list.ground = draw::Token::surface;
    draw::Text text;
    text.box = {0, 0, cellWidth, cellHeight};
    text.text = std::string(1, character);
    text.size = 19;
    text.weight = 600;
    text.align = draw::Align::centre;
    text.fit = {0.5, 1, false};
    list.add(std::move(text));
    const auto raster =
        draw::image::toRaster(draw::paintNew(list, draw::lightTheme(), {cellWidth, cellHeight}));
    Glyph glyph{};
    for (int y = 0; y < cellHeight; ++y)
        for (int x = 0; x < cellWidth; ++x)
            if (raster.black(x, y))
                glyph[static_cast<std::size_t>(y)] |=
                    static_cast<std::uint16_t>(1U << static_cast<unsigned>(cellWidth - 1 - x));
    return glyph;
}

}  // namespace

Glyph boxGlyph() {
    Glyph box{};
    for (std::size_t y = 4; y < 20; ++y) box[y] = y == 4 || y == 19 ? 0x3FC : 0x204;
    return box;
}

const Glyph& DrawnGlyphs::of(std::uint8_t character) {
    if (!drawn_[character]) {
        const bool ascii = character > ' ' && character < 0x7F;
        if (ascii) glyphs_[character] = drawn(static_cast<char>(character));
        if (character >= 0x7F) glyphs_[character] = boxGlyph();
        drawn_[character] = true;
    }
    return glyphs_[character];
}

}  // namespace luot::hardware::emulator::paper
