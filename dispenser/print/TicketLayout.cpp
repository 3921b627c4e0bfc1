#include "dispenser/print/TicketLayout.hpp"

#include <cmath>

#include "dispenser/print/sheet/Sheet.hpp"
#include "draw/Painter.hpp"

namespace luot::dispenser::print {

draw::DrawList ticketLayout(const TicketText& text, const TicketPaper& paper) {
    return sheet::Sheet(text, paper).lay();
}

draw::image::Raster ticketRaster(const TicketText& text, const TicketPaper& paper) {
    auto list = ticketLayout(text, paper);
    list.design.h = std::ceil(list.design.h);
    return draw::image::toRaster(draw::paintNew(list, draw::paperTheme(), list.design));
}

}  // namespace luot::dispenser::print
