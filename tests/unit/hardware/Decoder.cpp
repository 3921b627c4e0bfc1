#include "tests/unit/hardware/Decoder.hpp"

#include <fmt/format.h>

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
        paper_.commands.push_back("init");
        return true;
    }
    const auto n = next();
    if (!n) return false;
    if (*what == 'a') {
        align_ = *n;
        paper_.commands.push_back(fmt::format("align {}", *n));
    } else if (*what == 'J') {
        blankRows(*n);
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

bool Decoder::raster() {
    if (next() != '0' || next() != 0) return fail("unknown GS v");
    int size[4] = {};
    for (int& part : size) {
        const auto byte = next();
        if (!byte) return false;
        part = *byte;
    }
    const int bytes = size[0] + 256 * size[1];
    const int rows = size[2] + 256 * size[3];
    if (bytes == 0 || rows == 0 || rows > 255 || bytes * 8 > paper_.width)
        return fail("a raster of a wrong size");
    const int left = align_ == 1 ? (paper_.width - bytes * 8) / 2 : 0;
    for (int y = 0; y < rows; ++y) {
        blankRows(1);
        for (int x = 0; x < bytes; ++x) {
            const auto byte = next();
            if (!byte) return false;
            for (int bit = 0; bit < 8; ++bit)
                if ((*byte >> (7 - bit) & 1) != 0)
                    paper_.rows.back()[static_cast<std::size_t>(left + x * 8 + bit)] = true;
        }
    }
    paper_.commands.push_back(fmt::format("raster {}x{}", bytes, rows));
    return true;
}

void Decoder::blankRows(int count) {
    for (int i = 0; i < count; ++i) paper_.rows.emplace_back(static_cast<std::size_t>(paper_.width), false);
}

}  // namespace luot::hardware::escpos::test
