#pragma once

#include "hardware/printer/Printer.hpp"

namespace luot::hardware::printer::job {

/// A job in the bytes that one printer is to get.
struct DressedJob {
    std::vector<std::uint8_t> bytes;
    std::size_t ticketEnd =
        0;  ///< so many of them are the ticket and its cut; the rest asks for confirmation
};

/// Puts in after ESC @ (which switches it off) that the printer reports changes by itself, and at the end the
/// requests by which it can confirm the job. A printer that confirms by GS r alone is not asked to
/// report, because the tail of a broken report looks like that answer.
DressedJob dress(const PrintJob& job, Confirmation confirmation);

}  // namespace luot::hardware::printer::job
