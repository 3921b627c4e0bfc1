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

hardware::printer::PrintJob ticketJob(const JobPlan& plan, const draw::image::Raster& raster) {
    const auto id = idOf(plan.count);
    hardware::escpos::Encoder encoder;
    encoder.init()
        .raster({raster.width, raster.height, raster.bytes}, plan.bands)
        .feedAndCut()
        .requestProcessId(id);
    return {plan.name, encoder.take(), id};
}

}  // namespace luot::dispenser::print
