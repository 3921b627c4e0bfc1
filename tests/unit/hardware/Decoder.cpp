#include "tests/unit/hardware/Decoder.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace luot::hardware::escpos::test {

Paper Decoder::decode() {
    while (at_ < bytes_.size() && one()) {
    }
    return std::move(paper_);
}

std::optional<int> Decoder::next() {
    if (at_ >= bytes_.size()) {
        paper_.error = "a command is cut off at the end";
        return std::nullopt;
    }
    return bytes_[at_++];
}

bool Decoder::fail(const std::string& why) {
    if (paper_.error.empty()) paper_.error = fmt::format("{} before byte {}", why, at_);
    return false;
}

bool Decoder::one() {
    const auto lead = next();
    if (!lead) return false;
    if (*lead == 0x1B) return escape();
    if (*lead == 0x1D) return group();
    return fail(fmt::format("unknown byte {:02X}", *lead));
}

bool Decoder::escape() {
    const auto what = next();
    if (!what) return false;
    if (*what == '@') {
        unitsPerInch_ = 2 * headPerInch;
        area_ = paper_.width;
        paper_.commands.push_back("init");
        return true;
    }
    const auto n = next();
    if (!n) return false;
    if (*what == 'a') {
        if (*n > 2) return fail("unknown ESC a");
        align_ = *n;
        paper_.commands.push_back(fmt::format("align {}", *n));
    } else if (*what == 'J') {
        blankRows(*n * headPerInch / unitsPerInch_);
        paper_.commands.push_back(fmt::format("feed {}", *n));
    } else if (*what == 'B') {
        const auto length = next();
        if (!length) return false;
        paper_.commands.push_back(fmt::format("buzzer {} {}", *n, *length));
    } else {
        return fail(fmt::format("unknown ESC {:02X}", *what));
    }
    return true;
}

bool Decoder::group() {
    const auto what = next();
    if (!what) return false;
    if (*what == 'v') return raster();
    if (*what == 'V') {
        if (next() != 66) return fail("unknown GS V");
        const auto n = next();
        if (!n) return false;
        paper_.commands.push_back(fmt::format("cut {}", *n));
        return true;
    }
    if (*what == 'P') return units();
    if (*what == 'W') return width();
    if (*what == 'a') {
        const auto n = next();
        if (!n) return false;
        paper_.commands.push_back(fmt::format("status {}", *n));
        return true;
    }
    if (*what != '(') return fail(fmt::format("unknown GS {:02X}", *what));
    std::string id;
    for (const int expected : {0x48, 6, 0, 48, 48})
        if (next() != expected) return fail("unknown GS (");
    for (int i = 0; i < 4; ++i) {
        const auto c = next();
        if (!c) return false;
        id += static_cast<char>(*c);
    }
    paper_.commands.push_back("id " + id);
    return true;
}

bool Decoder::units() {
    const auto across = next();
    const auto down = next();
    if (!across || !down) return false;
    if (*across != *down || *down == 0) return fail("an unlikely GS P");
    unitsPerInch_ = *down;
    paper_.commands.push_back(fmt::format("units {}", *down));
    return true;
}

bool Decoder::width() {
    const auto low = next();
    const auto high = next();
    if (!low || !high) return false;
    area_ = std::min(paper_.width, *low + 256 * *high);
    paper_.commands.push_back(fmt::format("width {}", area_));
    return true;
}

bool Decoder::raster() {
    if (next() != '0') return fail("unknown GS v");
    const auto mode = next();
    if (mode != 0 && mode != 3) return fail("unknown GS v 0");
    const int scale = mode == 3 ? 2 : 1;
    int size[4] = {};
    for (int& part : size) {
        const auto byte = next();
        if (!byte) return false;
        part = *byte;
    }
    const int bytes = size[0] + 256 * size[1];
    const int rows = size[2] + 256 * size[3];
    if (bytes == 0 || rows == 0 || rows > 255 || bytes * 8 * scale > area_)
        return fail("a raster of a wrong size");
    const int left = (area_ - bytes * 8 * scale) * align_ / 2;
    for (int y = 0; y < rows; ++y) {
        std::vector<bool> row(static_cast<std::size_t>(paper_.width));
        for (int x = 0; x < bytes; ++x) {
            const auto byte = next();
            if (!byte) return false;
            for (int dot = 0; dot < 8 * scale; ++dot)
                if ((*byte >> (7 - dot / scale) & 1) != 0)
                    row[static_cast<std::size_t>(left + x * 8 * scale + dot)] = true;
        }
        paper_.rows.insert(paper_.rows.end(), static_cast<std::size_t>(scale), row);
    }
    paper_.commands.push_back(fmt::format("raster {}x{}{}", bytes, rows, scale == 2 ? " x2" : ""));
    return true;
}

void Decoder::blankRows(int count) {
    for (int i = 0; i < count; ++i) paper_.rows.emplace_back(static_cast<std::size_t>(paper_.width), false);
}

}  // namespace luot::hardware::escpos::test
