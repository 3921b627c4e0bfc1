#pragma once

#include "dispenser/print/TicketText.hpp"
#include "draw/DrawList.hpp"
#include "draw/image/Raster.hpp"

namespace luot::dispenser::print {

/// Printable dots of common paper at 203 dpi.
constexpr int dotsOf80mm = 576;
constexpr int dotsOf58mm = 384;

/// The ticket on paper of that many dots; one design unit is one dot, and the list is as long as the ticket.
draw::DrawList ticketLayout(const TicketText& text, int width);

/// What the printer gets: black or white, no grey.
draw::image::Raster ticketRaster(const TicketText& text, int width);

}  // namespace luot::dispenser::print
