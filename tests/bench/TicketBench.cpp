#include <benchmark/benchmark.h>

#include <cstdlib>
#include <iostream>

#include "base/Wording.hpp"
#include "dispenser/print/OpenPaper.hpp"
#include "dispenser/print/TicketJob.hpp"
#include "dispenser/tools/SampleTicket.hpp"
#include "hardware/escpos/Encoder.hpp"

/// What a ticket costs between the server's answer and the first byte to the printer, and how many bytes it
/// is.
namespace {

using namespace luot;
using dispenser::print::TicketPaper;
using dispenser::print::TicketText;

/// Without what stands in it the bench means nothing.
template <class T>
T need(base::Result<T> result) {
    if (result) return std::move(*result);
    std::cerr << result.error().what << '\n';
    std::exit(1);
}

/// A ticket with priority on paper of `width` dots.
struct Ticket {
    TicketPaper paper;
    TicketText text;
};

Ticket ticketOn(int width, const char* form) {
    static const auto wording = need(base::Wording::loadShared());
    const auto sample = need(dispenser::tools::sampleTicket({}, {"priority"}, wording));
    return {need(dispenser::print::openPaper({width, form, {}}, wording)),
            dispenser::print::ticketText(sample.ticket, sample.hall, {wording, "vi"})};
}

constexpr const char* forms[]{"full", "short"};

void drawTicket(benchmark::State& state) {
    const auto ticket = ticketOn(static_cast<int>(state.range(0)), forms[state.range(1)]);
    for (auto _ : state) benchmark::DoNotOptimize(dispenser::print::ticketRaster(ticket.text, ticket.paper));
    state.SetLabel(forms[state.range(1)]);
}

void encodeTicket(benchmark::State& state) {
    const auto ticket = ticketOn(static_cast<int>(state.range(0)), forms[state.range(1)]);
    const auto raster = dispenser::print::ticketRaster(ticket.text, ticket.paper);
    hardware::printer::profile::Profile printer;
    printer.raster.enlarge = state.range(2) != 0;
    std::size_t bytes = 0;
    for (auto _ : state) bytes = dispenser::print::ticketJob({"A001", 1, printer}, raster).bytes.size();
    state.counters["bytes"] = static_cast<double>(bytes);
    state.counters["mm"] = raster.height / dispenser::print::dotsPerMm;
    state.SetLabel(std::string(forms[state.range(1)]) + (printer.raster.enlarge ? ", enlarged" : ""));
}

BENCHMARK(drawTicket)->ArgsProduct({{576, 384}, {0, 1}})->Unit(benchmark::kMillisecond);
BENCHMARK(encodeTicket)->ArgsProduct({{576, 384}, {0, 1}, {0, 1}})->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
