#pragma once

#include <optional>
#include <string>

#include "draw/DrawList.hpp"
#include "draw/image/Raster.hpp"

namespace luot::dispenser::print::sheet {

/// A QR code in the middle of the paper with nothing beside it: a printer that can may draw it itself.
struct LoneCode {
    std::string content;
    int module = 0;  ///< dots
    int top = 0;     ///< its first dot row
    int rows = 0;    ///< without the quiet zone
    int above = 0;   ///< blank rows between it and what stands above

    bool operator==(const LoneCode&) const = default;
};

/// None: there is no code, or something stands beside it.
std::optional<LoneCode> loneCode(const draw::DrawList& list, const draw::image::Raster& raster);

}  // namespace luot::dispenser::print::sheet
