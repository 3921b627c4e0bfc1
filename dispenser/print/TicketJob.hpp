#pragma once

#include "dispenser/print/sheet/LoneCode.hpp"
#include "draw/image/Raster.hpp"
#include "hardware/printer/Printer.hpp"
#include "hardware/printer/profile/Profile.hpp"

namespace luot::dispenser::print {

/// What a job has besides its picture.
struct JobPlan {
    std::string name;
    unsigned count = 0;  ///< numbers the jobs of this program; their ids repeat after 36^4 = 1,679,616
    hardware::printer::profile::Profile printer = {};  ///< what it takes and can
    bool sounds = false;                               ///< when the ticket is out
    /// Of the picture; the printer draws it itself. None: it is printed as a picture.
    std::optional<sheet::LoneCode> code = std::nullopt;
};

/// The bytes of one ticket: begin, picture, cut or what stands for it, and the question whether it is on
/// paper.
hardware::printer::PrintJob ticketJob(const JobPlan& plan, const draw::image::Raster& raster);

}  // namespace luot::dispenser::print
