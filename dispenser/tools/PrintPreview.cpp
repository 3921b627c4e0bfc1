#include "dispenser/tools/PrintPreview.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>

#include "dispenser/Program.hpp"
#include "dispenser/print/OpenPaper.hpp"
#include "dispenser/print/TicketJob.hpp"
#include "dispenser/tools/SampleTicket.hpp"

namespace luot::dispenser::tools {

namespace {

using base::Fault;
using base::settings::Arguments;

constexpr double mmPerInch = 25.4;

std::vector<std::string> split(const std::string& list, char at) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= list.size();) {
        const auto end = std::min(list.find(at, from), list.size());
        parts.push_back(list.substr(from, end - from));
        from = end + 1;
    }
    return parts;
}

/// The citizen's language, and the one under it if there is one.
base::Result<std::vector<std::string>> languagesOf(const Arguments& arguments) {
    const auto& second = arguments.settings.text("ticket_second_language");
    std::vector<std::string> languages{arguments.settings.text("language")};
    if (second != "none") languages.push_back(second);
    if (const auto given = arguments.value("--language")) languages = split(*given, '+');
    for (const auto& language : languages)
        if (languages.size() > 2 || (language != "vi" && language != "en"))
            return base::fail(Fault::invalidInput, "--language: must be vi, en, vi+en or en+vi");
    languages.resize(2);
    return languages;
}

struct Preview {
    print::TicketPaper paper;
    print::TicketText text;
    hardware::printer::profile::Profile printer;
};

base::Result<Preview> previewOf(const Arguments& arguments, const base::Wording& wording) {
    const auto languages = languagesOf(arguments);
    if (!languages) return tl::unexpected(languages.error());
    const auto marks = arguments.value("--marks").value_or("priority");
    const auto centre = arguments.value("--centre");
    const auto sample =
        sampleTicket(centre ? std::optional<std::filesystem::path>(*centre) : std::nullopt,
                     marks == "none" ? std::vector<std::string>{} : split(marks, ','), wording);
    if (!sample) return tl::unexpected(sample.error());
    const auto profile = printerProfile(arguments.settings);
    if (!profile) return tl::unexpected(profile.error());
    auto paper = print::openPaper(
        {profile->paper.dots, arguments.settings.text("ticket_form"), arguments.settings.path("ticket_logo")},
        wording);
    if (!paper) return tl::unexpected(paper.error());
    const print::TicketWords words{wording, languages->front(), languages->back(),
                                   print::wordingKeys(*paper)};
    return Preview{std::move(*paper),
                   print::ticketText(sample->ticket, sample->hall, words, sample->occasion), *profile};
}

/// What is wrong with a form stands on lines of its own.
int failed(const base::Error& error) {
    fmt::print(stderr, "{}{}", error.what, error.what.ends_with('\n') ? "" : "\n");
    return base::exitCode(error.fault);
}

hardware::printer::PrintJob jobOf(const Preview& preview, const draw::image::Raster& raster) {
    print::JobPlan plan{preview.text.number, 1, preview.printer};
    if (preview.printer.abilities.nativeQr)
        plan.code = print::sheet::loneCode(print::ticketLayout(preview.text, preview.paper), raster);
    return print::ticketJob(plan, raster);
}

/// Into the file that the option names, if it was given.
base::Result<> write(const Arguments& arguments, const char* option, std::string_view content) {
    const auto file = arguments.value(option);
    if (!file) return {};
    std::ofstream out(*file, std::ios::binary);
    out << content;
    out.close();
    if (out) return {};
    return base::fail(Fault::storage, fmt::format("{}: {} cannot be written", option, *file));
}

}  // namespace

int printPreview(const Arguments& arguments) {
    const auto wording = base::Wording::loadShared();
    if (!wording) return failed(wording.error());
    const auto preview = previewOf(arguments, *wording);
    if (!preview) return failed(preview.error());
    const auto raster = print::ticketRaster(preview->text, preview->paper);
    const std::filesystem::path file = arguments.required("--out");
    if (const auto written = draw::image::toCanvas(raster).writePng(file); !written)
        return failed(written.error());
    const auto list = print::ticketLayout(preview->text, preview->paper).dump();
    if (const auto written = write(arguments, "--list", list); !written) return failed(written.error());
    const auto job = jobOf(*preview, raster);
    const std::string_view bytes(reinterpret_cast<const char*>(job.bytes.data()), job.bytes.size());
    if (const auto written = write(arguments, "--job", bytes); !written) return failed(written.error());
    fmt::print("{}: {} x {} dots, {:.0f} mm long, {} bytes to the printer\n", file.string(), raster.width,
               raster.height, raster.height * mmPerInch / preview->printer.paper.perInch, job.bytes.size());
    return 0;
}

}  // namespace luot::dispenser::tools
