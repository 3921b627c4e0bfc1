#include "hardware/printer/PrintFault.hpp"

#include <algorithm>
#include <iterator>

#include "base/Assert.hpp"

namespace luot::hardware::printer {

namespace {

struct Row {
    PrintFault fault;
    std::string_view name;
    std::string_view citizen;
    std::string_view staff;
};

// clang-format off
constexpr Row rows[] = {
    {PrintFault::none,         "none",           "",                      ""},
    {PrintFault::paperNearEnd, "paper_near_end", "error.paper_low",       "printer.paper_near_end"},
    {PrintFault::paperEnd,     "paper_end",      "error.paper_out",       "printer.paper_end"},
    {PrintFault::coverOpen,    "cover_open",     "error.printer_cover",   "printer.cover_open"},
    {PrintFault::cutter,       "cutter",         "error.printer_cutter",  "printer.cutter"},
    {PrintFault::overheated,   "overheated",     "error.printer_hot",     "printer.overheated"},
    {PrintFault::mechanical,   "mechanical",     "error.printer_fault",   "printer.mechanical"},
    {PrintFault::unreachable,  "unreachable",    "error.printer_off",     "printer.unreachable"},
    {PrintFault::busy,         "busy",           "error.printer_busy",    "printer.busy"},
    {PrintFault::swallowed,    "swallowed",      "error.printer_silent",  "printer.swallowed"},
};
// clang-format on

const Row& rowOf(PrintFault fault) {
    const auto* found = std::find_if(std::begin(rows), std::end(rows),
                                     [fault](const Row& row) { return row.fault == fault; });
    LUOT_ASSERT(found != std::end(rows));
    return *found;
}

}  // namespace

const std::vector<PrintFault>& allPrintFaults() {
    static const auto all = [] {
        std::vector<PrintFault> faults;
        for (const auto& row : rows) faults.push_back(row.fault);
        return faults;
    }();
    return all;
}

std::string_view nameOf(PrintFault fault) { return rowOf(fault).name; }
std::string_view citizenKey(PrintFault fault) { return rowOf(fault).citizen; }
std::string_view staffKey(PrintFault fault) { return rowOf(fault).staff; }

bool stopsPrinting(PrintFault fault) {
    return fault != PrintFault::none && fault != PrintFault::paperNearEnd;
}

PrintFault faultOf(const escpos::Status& status) {
    if (status.coverOpen) return PrintFault::coverOpen;
    if (status.paperEnd || status.stoppedByPaper) return PrintFault::paperEnd;
    if (status.cutter) return PrintFault::cutter;
    if (status.mechanical || status.unrecoverable) return PrintFault::mechanical;
    if (status.recoverable) return PrintFault::overheated;
    if (status.error) return PrintFault::mechanical;
    if (status.offline || status.feeding) return PrintFault::busy;
    return status.paperNearEnd ? PrintFault::paperNearEnd : PrintFault::none;
}

}  // namespace luot::hardware::printer
