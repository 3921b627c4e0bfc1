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

hardware::escpos::Image rowsOf(const draw::image::Raster& raster, int from, int to) {
    const auto stride = static_cast<std::size_t>(raster.bytesPerRow());
    const auto bytes = std::span<const std::uint8_t>(raster.bytes);
    return {
        raster.width, to - from,
        bytes.subspan(static_cast<std::size_t>(from) * stride, static_cast<std::size_t>(to - from) * stride)};
}

void putPicture(hardware::escpos::Encoder& encoder, const JobPlan& plan, const draw::image::Raster& raster) {
    const auto bands = plan.printer.bands();
    if (!plan.code) {
        encoder.raster(rowsOf(raster, 0, raster.height), bands);
        return;
    }
    // What is left blank above the code is not sent, so it is fed; below it the picture's own rows are.
    const auto& code = *plan.code;
    encoder.raster(rowsOf(raster, 0, code.top), bands);
    plan.printer.feed(encoder, code.above);
    encoder.qrCode(code.content, code.module);
    encoder.raster(rowsOf(raster, code.top + code.rows, raster.height), bands);
}

}  // namespace

hardware::printer::PrintJob ticketJob(const JobPlan& plan, const draw::image::Raster& raster) {
    const auto id = idOf(plan.count);
    hardware::escpos::Encoder encoder;
    plan.printer.begin(encoder, raster.width);
    putPicture(encoder, plan, raster);
    plan.printer.part(encoder);
    if (plan.sounds) plan.printer.sound(encoder);
    encoder.requestProcessId(id);
    return {plan.name, encoder.take(), id, plan.printer.abilities.cutter};
}

}  // namespace luot::dispenser::print
