#pragma once

#include <string>
#include <vector>

#include "base/Result.hpp"

namespace luot::draw::image {

/// The modules of a QR code, without the quiet zone.
struct QrCode {
    static constexpr int quietZone = 4;  ///< modules on every side (ISO 18004)
    int side = 0;                        ///< modules
    std::vector<bool> dark;
    bool isDark(int x, int y) const { return dark[static_cast<std::size_t>(y * side + x)]; }
};

/// Error level M. Error: invalidInput when the text is empty or too long for a code.
base::Result<QrCode> qrCode(const std::string& text);

}  // namespace luot::draw::image
