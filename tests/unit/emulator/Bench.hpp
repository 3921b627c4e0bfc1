#pragma once

#include <string>
#include <vector>

#include "hardware/emulator/machine/Machine.hpp"

namespace luot::hardware::emulator::test {

using Bytes = std::vector<std::uint8_t>;

/// Letters of one dot in each corner: tests of text need no fonts.
class PlainGlyphs final : public paper::Glyphs {
public:
    PlainGlyphs() { glyph_[0] = glyph_[paper::cellHeight - 1] = 0x801; }
    const paper::Glyph& of(std::uint8_t) override { return glyph_; }

private:
    paper::Glyph glyph_{};
};

inline Bytes operator+(Bytes one, const Bytes& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

inline Bytes bytesOf(const std::string& text) { return {text.begin(), text.end()}; }

/// A full black picture of so many bytes a row, as GS v 0.
inline Bytes blackRaster(int bytesPerRow, int rows) {
    Bytes bytes{0x1D,
                0x76,
                0x30,
                0,
                static_cast<std::uint8_t>(bytesPerRow & 0xFF),
                static_cast<std::uint8_t>(bytesPerRow >> 8),
                static_cast<std::uint8_t>(rows & 0xFF),
                static_cast<std::uint8_t>(rows >> 8)};
    bytes.resize(bytes.size() + static_cast<std::size_t>(bytesPerRow * rows), 0xFF);
    return bytes;
}

/// A machine on a bench: 80 mm, 2,000 rows a second, 14 mm from head to cutter unless said otherwise.
struct Bench {
    explicit Bench(machine::Model model = {}) : printer(std::move(model), glyphs) {}

    /// Hands over as a host that waits whenever the printer is full, for at most so long of the printer's
    /// time; gives how many bytes were taken.
    std::size_t send(const Bytes& bytes, std::chrono::milliseconds most = std::chrono::seconds(10)) {
        std::size_t sent = 0;
        for (auto waited = std::chrono::milliseconds(0); sent < bytes.size() && waited <= most;) {
            const auto part = std::min(printer.room(), bytes.size() - sent);
            printer.receive(std::span(bytes).subspan(sent, part));
            sent += part;
            if (sent == bytes.size()) break;
            printer.advance(std::chrono::milliseconds(1));
            waited += std::chrono::milliseconds(1);
        }
        return sent;
    }
    void run(std::chrono::milliseconds time) { printer.advance(time); }
    /// As long as it needs, at most a minute; how long that was.
    std::chrono::milliseconds finish() {
        std::chrono::milliseconds time{0};
        for (; printer.busy() && time < std::chrono::minutes(1); time += std::chrono::milliseconds(1))
            printer.advance(std::chrono::milliseconds(1));
        return time;
    }
    void order(const std::string& text) {
        const auto order = machine::parseOrder(text);
        if (order) printer.obey(*order);
    }
    Bytes answers() { return printer.takeAnswers(); }

    PlainGlyphs glyphs;
    machine::Machine printer;
};

inline int blackDots(const paper::Strip& strip) {
    int dots = 0;
    for (int y = 0; y < strip.height(); ++y)
        for (int x = 0; x < strip.width(); ++x)
            if (strip.black(x, y)) ++dots;
    return dots;
}

}  // namespace luot::hardware::emulator::test
