#pragma once

#include <string>
#include <variant>

#include "protocol/Ticket.hpp"

namespace luot::dispenser::kiosk {

/// What the kiosk wants done; the program around it does it.
struct AskNumber {
    std::string service;
    bool priority = false;
    std::string language;
};
struct PrintTicket {
    protocol::Ticket ticket;
    std::string language;
    bool reprint = false;  ///< a second paper, which says that it is one
};
/// What became of a paper, for the ticket's record.
struct ReportPrint {
    std::string ticket;
    std::string outcome;  ///< confirmed, unknown or failed
    std::string fault{};  ///< paper_end and so on; empty: none
};
/// How is the printer?
struct CheckPrinter {};
/// For the staff, who mend it.
struct ReportPrinter {
    std::string fault{};  ///< empty: it is well
};
using Wish = std::variant<AskNumber, PrintTicket, ReportPrint, CheckPrinter, ReportPrinter>;

}  // namespace luot::dispenser::kiosk
