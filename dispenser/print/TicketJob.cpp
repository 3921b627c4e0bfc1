#include "dispenser/print/TicketJob.hpp"

#include "hardware/escpos/Encoder.hpp"

namespace luot::dispenser::print {

namespace {

/// In base 36, so that all four are printable.
hardware::escpos::ProcessId idOf(unsigned count) {
    hardware::escpos::ProcessId id{};
    for (auto digit = id.rbegin(); digit != id.rend(); ++digit) {
        *digit = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[count % 36];
        count /= 36;
    }
    return id;
}

}  // namespace

hardware::printer::PrintJob ticketJob(const std::string& name, const draw::image::Raster& raster,
                                      unsigned count) {
    const auto id = idOf(count);
    hardware::escpos::Encoder encoder;
    encoder.init().raster({raster.width, raster.height, raster.bytes}).feedAndCut().requestProcessId(id);
    return {name, encoder.take(), id};
}

}  // namespace luot::dispenser::print
