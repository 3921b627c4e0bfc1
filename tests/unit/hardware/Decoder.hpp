#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace luot::hardware::escpos::test {

/// What a printer would have made of a job; strict: any byte that is not part of a known command is an error.
struct Paper {
    int width = 0;                        ///< dots
    std::vector<std::vector<bool>> rows;  ///< from the top
    std::vector<std::string>
        commands;  ///< "init", "units 203", "align 1", "feed 12", "raster 72x128", "raster 9x12 x2", "cut 3"
    std::string error;  ///< empty: the last command ended with the last byte
    bool black(int x, int y) const {
        return y < static_cast<int>(rows.size()) &&
               rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)];
    }
};

/// Prints on paper of that many printable dots.
class Decoder {
public:
    Decoder(const std::vector<std::uint8_t>& bytes, int paperWidth) : bytes_(bytes) {
        paper_.width = area_ = paperWidth;
    }
    Paper decode();

private:
    std::optional<int> next();
    bool one();
    bool escape();
    bool group();
    bool units();
    bool width();
    bool raster();
    bool fail(const std::string& why);
    void blankRows(int count);

    const std::vector<std::uint8_t>& bytes_;
    std::size_t at_ = 0;
    int align_ = 0;
    int area_ = 0;  ///< dots from the left, in which alignment counts
    static constexpr int headPerInch = 203;
    int unitsPerInch_ = 2 * headPerInch;  ///< down the paper, as on an Epson after ESC @
    Paper paper_;
};

}  // namespace luot::hardware::escpos::test
