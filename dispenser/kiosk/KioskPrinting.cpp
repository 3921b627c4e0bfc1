#include "dispenser/kiosk/Kiosk.hpp"

/// Numbers and the paper under them (docs/adr/0020).
namespace luot::dispenser::kiosk {

using hardware::printer::PrintFault;
using hardware::printer::PrintReport;
using hardware::printer::PrintState;
using hardware::printer::stopsPrinting;

namespace {

/// As the server calls it; empty: none.
std::string wordOf(PrintFault fault) {
    return fault == PrintFault::none ? std::string() : std::string(nameOf(fault));
}

}  // namespace

/// While the citizen answers the next question, the printer answers this one.
void Kiosk::checkPrinter(Ticks) {
    if (!settings_.asksPrinter || asking_) return;
    asking_ = true;
    wishes_.push_back(CheckPrinter{});
}

void Kiosk::askNumber(bool priority, Ticks now) {
    priority_ = priority;
    waiting_ = asking_;
    if (!waiting_) return decideByPrinter(now);
    show(Page::printing, now);
}

void Kiosk::decideByPrinter(Ticks now) {
    if (ready_.ready() || settings_.withoutPaper == WithoutPaper::show) return makeNumber(now);
    waiting_ = false;
    fault_ = ready_.fault;
    show(Page::noPaper, now);
}

void Kiosk::takeWithoutPaper(Ticks now) {
    if (page_ == Page::noPaper && settings_.withoutPaper == WithoutPaper::ask) makeNumber(now);
}

void Kiosk::makeNumber(Ticks now) {
    waiting_ = false;
    fault_ = PrintFault::none;
    wishes_.push_back(AskNumber{service_, priority_, language_});
    show(Page::printing, now);
}

/// Where the printer is known not to print, the number stands on the screen at once.
void Kiosk::ticketIssued(const protocol::Ticket& ticket, Ticks now) {
    if (page_ != Page::printing || ticket_ || waiting_) {
        // Given up already: nobody stands here to take the paper, and staff must see that.
        wishes_.push_back(ReportPrint{ticket.id, "failed"});
        return;
    }
    ticket_ = ticket;
    if (ready_.ready()) {
        wishes_.push_back(PrintTicket{ticket, language_});
        return show(Page::printing, now);
    }
    wishes_.push_back(ReportPrint{ticket.id, "failed", wordOf(ready_.fault)});
    fault_ = ready_.fault;
    show(Page::printFault, now);
}

void Kiosk::reprint(const protocol::Ticket& ticket) {
    wishes_.push_back(PrintTicket{ticket, ticket.language, true});
}

/// A fault that passes by itself or is mended is found by asking; of a swallowed ticket only paper tells.
void Kiosk::printed(const std::string& ticket, const PrintReport& report, Ticks now) {
    wishes_.push_back(ReportPrint{ticket, std::string(nameOf(report.state)), wordOf(report.fault)});
    if (report.confirmed() || report.fault != PrintFault::none) tellStaff(report.fault);
    if (!ticket_ || ticket_->id != ticket) return;
    const bool came = report.confirmed();
    if (page_ != Page::printing && !(page_ == Page::printFault && came)) return;
    fault_ = report.fault;
    unconfirmed_ = !came;
    const bool nothingKnown = report.state == PrintState::unknown && report.fault == PrintFault::none;
    show(came || nothingKnown ? Page::taken : Page::printFault, now);
}

void Kiosk::printerIs(const hardware::printer::Readiness& readiness, Ticks now) {
    ready_ = readiness;
    asking_ = false;
    const bool paperMustTell = told_ == PrintFault::swallowed && !stopsPrinting(readiness.fault);
    if (!paperMustTell) tellStaff(readiness.fault);
    if (page_ == Page::noPaper && !readiness.ready()) fault_ = readiness.fault;
    if (waiting_ && page_ == Page::printing) decideByPrinter(now);
}

void Kiosk::tellStaff(PrintFault fault) {
    if (!settings_.asksPrinter || told_ == fault) return;
    told_ = fault;
    wishes_.push_back(ReportPrinter{wordOf(fault)});
}

}  // namespace luot::dispenser::kiosk
