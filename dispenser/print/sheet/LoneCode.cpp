#include "dispenser/print/sheet/LoneCode.hpp"

#include <cmath>

#include "draw/image/Qr.hpp"

namespace luot::dispenser::print::sheet {

namespace {

constexpr double offMiddle = 8;  ///< dots that a whole byte may cost

bool inkOutside(const draw::image::Raster& raster, int y, const draw::Rect& box) {
    for (int x = 0; x < raster.width; ++x)
        if (raster.black(x, y) && (x < box.x || x >= box.right())) return true;
    return false;
}

bool blank(const draw::image::Raster& raster, int y) { return !inkOutside(raster, y, {0, 0, 0, 0}); }

}  // namespace

std::optional<LoneCode> loneCode(const draw::DrawList& list, const draw::image::Raster& raster) {
    for (const auto& command : list.commands) {
        const auto* drawn = std::get_if<draw::Qr>(&command);
        if (drawn == nullptr) continue;
        const auto code = draw::image::qrCode(drawn->content);
        if (!code || std::abs(drawn->box.centre().x - raster.width / 2.0) > offMiddle) return std::nullopt;
        const int whole = code->side + 2 * draw::image::QrCode::quietZone;
        LoneCode lone{drawn->content, static_cast<int>(drawn->box.w) / whole, 0, 0, 0};
        lone.rows = code->side * lone.module;
        // The first row of a code is a dark one.
        lone.top = static_cast<int>(drawn->box.y) + draw::image::QrCode::quietZone * lone.module;
        while (lone.top > 0 && !blank(raster, lone.top - 1)) --lone.top;
        while (blank(raster, lone.top)) ++lone.top;
        for (int y = lone.top; y < lone.top + lone.rows; ++y)
            if (inkOutside(raster, y, drawn->box)) return std::nullopt;
        while (lone.above < lone.top && blank(raster, lone.top - lone.above - 1)) ++lone.above;
        return lone;
    }
    return std::nullopt;
}

}  // namespace luot::dispenser::print::sheet
