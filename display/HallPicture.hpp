#pragma once

#include "display/scene/Composer.hpp"
#include "draw/DrawList.hpp"

namespace luot::display {

/// How this display looks.
struct Appearance {
    std::string language = "vi";
    const draw::Theme* theme = &draw::lightTheme();
    double safeMargin = 4;       ///< u
    bool reducedMotion = false;  ///< a steady yellow ground in place of the flash
    bool expectedWaits = false;  ///< of the services, in place of the facts of the hall
};

/// One screen without a server: what a display shows of that hall at that time, for tests and manuals.
draw::DrawList drawHall(const scene::Sight& sight, const scene::Voice& voice, const Appearance& appearance,
                        draw::Size pixels);

}  // namespace luot::display
