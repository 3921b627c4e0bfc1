#pragma once

#include <string_view>
#include <vector>

#include "hardware/escpos/Status.hpp"

namespace luot::hardware::printer {

/// Why a ticket does not come out, or soon will not.
enum class PrintFault {
    none,
    paperNearEnd,  ///< a warning: it still prints
    paperEnd,
    coverOpen,
    cutter,
    overheated,
    mechanical,   ///< an error that somebody must look at
    unreachable,  ///< no cable, no power, no such address
    busy,         ///< there, but serves somebody else or takes no bytes
    swallowed,    ///< took all bytes and never said that they are on paper, though it can
};

/// Each of them, for tables and tests.
const std::vector<PrintFault>& allPrintFaults();

/// For logs and events: "paper_end".
std::string_view nameOf(PrintFault fault);

/// Key of the sentence for the one who wants a ticket; empty for none.
std::string_view citizenKey(PrintFault fault);
/// Key of the sentence for the one who can mend it; empty for none.
std::string_view staffKey(PrintFault fault);

/// True when nothing can come out while it lasts.
bool stopsPrinting(PrintFault fault);

/// The fault that a person has to mend first. A printer that is offline for no other cause is busy.
PrintFault faultOf(const escpos::Status& status);

}  // namespace luot::hardware::printer
