#pragma once

#include <memory>

#include "dispenser/print/TicketText.hpp"
#include "dispenser/print/form/TicketForm.hpp"
#include "draw/DrawList.hpp"
#include "draw/image/Raster.hpp"

namespace luot::dispenser::print {

/// Printable dots of common paper at 203 dpi.
constexpr int dotsOf80mm = 576;
constexpr int dotsOf58mm = 384;
constexpr double dotsPerMm = 8;  ///< 203 dpi

/// On what a ticket is printed, and in which form.
struct TicketPaper {
    std::shared_ptr<const form::TicketForm> form;
    int width = dotsOf80mm;                              ///< printable dots
    std::shared_ptr<const draw::Canvas> logo = nullptr;  ///< none: its block is left out
};

/// The ticket on that paper; one design unit is one dot, and the list is as long as the ticket.
draw::DrawList ticketLayout(const TicketText& text, const TicketPaper& paper);

/// What the printer gets: black or white, no grey.
draw::image::Raster ticketRaster(const TicketText& text, const TicketPaper& paper);

}  // namespace luot::dispenser::print
