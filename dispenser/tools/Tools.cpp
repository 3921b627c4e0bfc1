#include "dispenser/tools/Tools.hpp"

#include "dispenser/tools/PrintPreview.hpp"
#include "dispenser/tools/PrintTest.hpp"

namespace luot::dispenser::tools {

std::vector<base::settings::Subcommand> subcommands() {
    return {
        {"print-preview",
         "Draws a sample ticket into a PNG file; needs no server and no printer",
         {{"--out", "FILE", "The picture, one pixel a dot of the printer", "", true},
          {"--list", "FILE", "What is drawn, as text, a line for each part", ""},
          {"--job", "FILE", "The bytes that the printer would get", ""},
          {"--centre", "FILE", "Takes names, hotline, services and counters from this centre's file", ""},
          {"--form", "NAME", "full, short or a file", "ticket_form"},
          {"--width", "DOTS", "576 for 80 mm, 384 for 58 mm paper", "paper_width_dots"},
          {"--profile", "NAME", "Model of the printer, such as generic-80, or a file", "printer_profile"},
          {"--language", "LANGUAGE", "vi, en, vi+en or en+vi", ""},
          {"--marks", "LIST",
           "priority, appointment, bulk, offline, reprint, next-day, first, procedure or none, with commas; "
           "priority if not given",
           ""}}},
        {"print-test",
         "Asks a printer what it can, prints a test page and says what is wrong",
         {{"--profile", "NAME", "Model of the printer, such as generic-80, or a file", "printer_profile"},
          {"--no-page", "", "Asks only, prints nothing", ""}}},
    };
}

std::optional<int> runTool(const base::settings::Arguments& arguments) {
    if (arguments.subcommand == "print-preview") return printPreview(arguments);
    if (arguments.subcommand == "print-test") return printTest(arguments);
    return std::nullopt;
}

}  // namespace luot::dispenser::tools
