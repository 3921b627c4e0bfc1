#pragma once

#include "draw/image/Raster.hpp"
#include "hardware/printer/Printer.hpp"

namespace luot::dispenser::print {

/// The bytes of one ticket: begin, picture, feed and cut, and the question whether it is on paper. `count`
/// numbers the jobs of this program; their ids repeat after 36^4 = 1,679,616.
hardware::printer::PrintJob ticketJob(const std::string& name, const draw::image::Raster& raster,
                                      unsigned count);

}  // namespace luot::dispenser::print
