#pragma once

#include <optional>
#include <string>

#include "hardware/escpos/Status.hpp"
#include "hardware/printer/PrintDeadlines.hpp"
#include "hardware/printer/PrintFault.hpp"
#include "hardware/printer/line/Line.hpp"

/// What a printer is asked before anybody relies on it.
namespace luot::hardware::printer::probe {

/// What it answered.
struct Findings {
    PrintFault fault = PrintFault::none;  ///< what keeps it from printing, or a warning
    std::string detail;                   ///< a sentence for the log
    bool reached = false;
    bool tellsStatus = false;          ///< answers DLE EOT
    bool reportsByItself = false;      ///< GS a
    bool processId = false;            ///< GS ( H: confirms each job by its id
    bool fence = false;                ///< GS r: confirms jobs by their order
    std::optional<std::string> maker;  ///< GS I 66, as it says itself
    std::optional<std::string> model;  ///< GS I 67
    /// A printer that stands still answers nothing but DLE EOT: what it can besides is not known then.
    bool asked = false;

    bool confirms() const { return processId || fence; }
};

/// Opens the line, asks one thing after the other and closes it. Prints nothing. Blocks: about 5 s when the
/// printer is silent.
Findings probe(line::Line& line, const PrintDeadlines& deadlines);

}  // namespace luot::hardware::printer::probe
