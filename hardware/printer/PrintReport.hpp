#pragma once

#include <chrono>
#include <string>

#include "hardware/printer/PrintFault.hpp"

namespace luot::hardware::printer {

/// How far a job has come. It ends in one of the last three, and is never sent again by itself: paper that
/// may have come out already must not come again with the same number.
enum class PrintState {
    queued,     ///< nothing has left us
    sending,    ///< some bytes have
    sent,       ///< all have; printers take bytes without paper too
    confirmed,  ///< the printer says that it is on paper
    failed,     ///< it cannot be on paper as a whole
    unknown,    ///< nobody can say
};

/// "confirmed", "failed" and so on.
std::string_view nameOf(PrintState state);

/// What became of a job.
struct PrintReport {
    PrintState state = PrintState::unknown;
    PrintFault fault =
        PrintFault::none;  ///< why it is not confirmed; of a confirmed one paperNearEnd or none
    std::string detail{};  ///< a sentence for the log
    std::chrono::milliseconds firstByte{};  ///< until something of the ticket left us; 0: nothing is known

    bool confirmed() const { return state == PrintState::confirmed; }
};

/// Whether a ticket would come out now.
struct Readiness {
    PrintFault fault = PrintFault::none;
    bool answers = false;  ///< the printer tells its status; else no fault means only that none was noticed
    std::string detail{};

    bool ready() const { return !stopsPrinting(fault); }
};

}  // namespace luot::hardware::printer
