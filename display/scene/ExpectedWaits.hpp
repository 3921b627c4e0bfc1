#pragma once

#include "display/scene/Notices.hpp"

namespace luot::display::scene {

/// How long whoever takes a number now is expected to wait, as a range: up to four services at a time, in
/// turn. Empty when nothing was measured yet: a guess is not shown.
std::vector<Fact> expectedWaits(const protocol::Hall& hall, const Voice& voice, ui::Ticks now);

}  // namespace luot::display::scene
