#include "dispenser/tools/PrintTest.hpp"

#include <fmt/format.h>

#include <chrono>

#include "base/Log.hpp"
#include "dispenser/Program.hpp"
#include "dispenser/tools/TestPage.hpp"
#include "dispenser/tools/TestWords.hpp"

namespace luot::dispenser::tools {

namespace {

using base::Fault;
using base::settings::Arguments;
using hardware::printer::PrintFault;
using hardware::printer::PrintReport;
using hardware::printer::PrintState;

constexpr int cannotPrint = base::exitCode(Fault::unavailable);

int failed(const base::Error& error) {
    base::logError("{}", error.what);
    return base::exitCode(error.fault);
}

void tell(const Verdict& verdict) {
    fmt::print("{}\n", verdict.line());
    std::fflush(stdout);
}

/// Queues and files answer nothing.
bool answers(const std::string& printer) {
    return printer.starts_with("tcp:") || printer.starts_with("usb:") || printer.starts_with("serial:");
}

struct Answers {
    bool able = false;  ///< nothing is known to keep it from printing
    bool tellsStatus = false;
};

base::Result<Answers> ask(const std::string& printer, const base::Wording& wording,
                          const std::string& language) {
    if (!answers(printer)) {
        tell({Verdict::Kind::note, wording.text(language, "print_test.silent")});
        return Answers{true, false};
    }
    auto line = hardware::printer::line::openLine(printer);
    if (!line) return tl::unexpected(line.error());
    const auto findings = hardware::printer::probe::probe(**line, {});
    for (const auto& verdict : verdictsOn(findings, wording, language)) tell(verdict);
    if (!findings.detail.empty()) base::logInfo("{}: {}", printer, findings.detail);
    return Answers{findings.reached && !stopsPrinting(findings.fault), findings.tellsStatus};
}

/// A printer that answers and yet confirms nothing may have swallowed the page: that is no success, unlike
/// with one that never says anything.
int printPage(const TestPage& page, const base::Wording& wording, bool tellsStatus) {
    using Clock = std::chrono::steady_clock;
    auto printer = hardware::printer::openPrinter(page.printer);
    if (!printer) return failed(printer.error());
    const auto began = Clock::now();
    PrintReport report = (*printer)->print(testPageJob(page, wording));
    // A file that is written is no paper.
    if (report.confirmed() && !answers(page.printer)) report.state = PrintState::unknown;
    if (report.state == PrintState::unknown && report.fault == PrintFault::none && tellsStatus)
        report.fault = PrintFault::swallowed;
    const std::chrono::duration<double> took = Clock::now() - began;
    tell(verdictOn(report, took.count(), wording, page.language));
    if (report.state == PrintState::failed || report.fault == PrintFault::swallowed) return cannotPrint;
    tell({Verdict::Kind::note, wording.text(page.language, "print_test.look")});
    return 0;
}

}  // namespace

int printTest(const Arguments& arguments) {
    const auto wording = base::Wording::loadShared();
    if (!wording) return failed(wording.error());
    const auto& language = arguments.settings.text("language");
    const auto& printer = arguments.settings.text("printer");
    if (printer == "none")
        return failed({Fault::invalidInput, "--printer PRINTER is missing: say which printer; see --help"});
    const auto profile = printerProfile(arguments.settings);
    if (!profile) return failed(profile.error());
    const auto able = ask(printer, *wording, language);
    if (!able) return failed(able.error());
    if (!able->able) return cannotPrint;
    if (arguments.has("--no-page")) return 0;
    return printPage({printer, *profile, profile->paper.dots, language}, *wording, able->tellsStatus);
}

}  // namespace luot::dispenser::tools
