#include "dispenser/Program.hpp"
#include "dispenser/tools/Tools.hpp"

namespace luot::dispenser {

namespace {

using namespace base::settings;

std::vector<Setting> screenSettings() {
    return {
        choiceSetting("language", "vi", {"vi", "en"}, "Language at first and after each citizen."),
        choiceSetting("theme", "light", {"light", "dark", "high-contrast"}, "Colours of the screen."),
        integerSetting("width", {1080, {360, 7680}, "pixels"}, "Width of the screen or window."),
        integerSetting("height", {1920, {360, 7680}, "pixels"}, "Height of the screen or window."),
        boolSetting("fullscreen", true, "The whole screen, without a frame and a mouse pointer."),
        durationSetting("idle", 60, {10, 600}, "Untouched for so long, a page goes back to the start."),
        durationSetting("ticket_shown", 10, {3, 60}, "How long the page of a taken ticket stays."),
        durationSetting("fault_shown", 60, {10, 600}, "How long a number stays that could not be printed."),
        textSetting("guide_service", "huong-dan",
                    "Service behind \"I am not sure\", by its id; empty: there is no such tile."),
        choiceSetting("slot", "down", {"down", "left", "right"},
                      "Where the paper comes out, seen from the screen."),
    };
}

std::vector<Setting> printSettings() {
    return {
        textSetting("printer", "none",
                    "tcp://HOST:PORT (by convention 9100), usb:/dev/usb/lp0, "
                    "serial:/dev/ttyUSB0?baud=115200&parity=none&flow=xonxoff, cups:QUEUE, file:DIR, or "
                    "none: then people "
                    "note their number."),
        textSetting(
            "printer_profile", "generic-80",
            "Model of the printer: a name of config/printers, such as generic-58 or epson-tm-t82iii, or a "
            "file of the same kind."),
        integerSetting(
            "paper_width_dots", {0, {0, 832}, "dots"},
            "Printable width, a multiple of 8 from 320; 0: as the profile says (576 for 80 mm, 384 for "
            "58 mm paper)."),
        boolSetting("printer_buzzer", false,
                    "The printer sounds when a ticket is out, if its profile says how (buzzer)."),
        choiceSetting(
            "without_paper", "ask", {"ask", "show", "refuse"},
            "What happens when the printer cannot print: ask whether a number on the screen will do, show "
            "the number on the screen, or refuse it and send people to the staff."),
        textSetting("ticket_form", "full",
                    "What stands on a ticket: full (about 164 mm), short (about 90 mm) or the whole path of "
                    "a file like those of "
                    "config/tickets."),
        choiceSetting("ticket_second_language", "none", {"none", "vi", "en"},
                      "Language that stands under the citizen's own on the ticket."),
        pathSetting("ticket_logo", "", "Logo on the ticket, a PNG file; empty: none."),
        durationSetting("printer_connect", 3, {0.1, 30}, "How long a connection to the printer may take."),
        durationSetting("printer_write", 10, {0.1, 60},
                        "How long the printer may take to accept a ticket; on a serial line the time that "
                        "its bytes need comes on top."),
        durationSetting(
            "printer_confirm", 10, {0, 30},
            "How long the printer's word that the ticket is on paper is waited for; 0: not. One that "
            "never gave it is waited for 3 seconds at most."),
        durationSetting(
            "printer_watch", 5, {0, 60},
            "How often the printer is asked how it is while nothing is printed; 0: only when somebody "
            "takes a number."),
        pathSetting(
            "state_dir", "",
            "Folder of the kiosk for what it must not forget over a restart: the numbers that it gives "
            "without "
            "the server, and what its printer can; empty: one of its own in $STATE_DIRECTORY, "
            "$XDG_STATE_HOME/luot or ~/.local/state/luot; none: it keeps nothing, and gives no numbers "
            "without the server."),
        pathSetting(
            "ticket_dir", "",
            "Folder in which bytes and picture of every ticket are kept; empty: only with file:DIR, there."),
    };
}

std::vector<Option> options() {
    return {
        {"--server", "URL", "Address of the server, such as http://192.168.1.10:8080", "server"},
        {"--token-file", "FILE", "File that holds the access token", "token_file"},
        {"--language", "LANGUAGE", "vi or en", "language"},
        {"--printer", "PRINTER", "tcp://HOST:PORT, usb:DEVICE, serial:DEVICE, cups:QUEUE, file:DIR or none",
         "printer"},
        {"--printer-profile", "NAME", "Model of the printer, such as generic-80, or a file",
         "printer_profile"},
        {"--paper-width", "DOTS", "576 for 80 mm, 384 for 58 mm paper", "paper_width_dots"},
        {"--state-dir", "DIR", "Folder for what the kiosk must not forget over a restart", "state_dir"},
        {"--ticket-dir", "DIR", "Folder in which bytes and picture of every ticket are kept", "ticket_dir"},
        {"--screenshot", "FILE", "Draw into FILE (PNG) in place of a window, and end", ""},
        {"--after", "SECONDS", "When the screenshot is taken; with --press: so long after the last ticket",
         ""},
        {"--press", "SERVICE[,priority|normal][;...]",
         "Take a ticket of each service, by presses at the places a finger would touch; with --screenshot a "
         "picture is left of each page (FILE-start.png, FILE-priority.png, FILE-taken.png), with what is "
         "drawn as text "
         "(.txt), "
         "and the program ends",
         ""},
    };
}

}  // namespace

base::settings::Program programOf(std::string version) {
    auto settings = screenSettings();
    auto more = printSettings();
    settings.insert(
        settings.begin(),
        {textSetting("server", "http://127.0.0.1:8080", "Address of the server."),
         pathSetting("token_file", "", "File that holds this kiosk's access token, alone on a line.")});
    settings.insert(settings.end(), more.begin(), more.end());
    base::settings::Program program;
    program.name = "luot-dispenser";
    program.version = std::move(version);
    program.summary = "The ticket kiosk: people choose a service and get a number on paper.";
    program.settings = SettingsTable(std::move(settings));
    program.subcommands = tools::subcommands();
    program.subcommandOptional = true;
    program.alsoCheck = [](const Arguments& arguments) {
        const auto& given = arguments.settings;
        auto complaints = print::complaintsOn({0, given.text("ticket_form"), given.path("ticket_logo")});
        for (auto& complaint : complaintsOnPrinter(given)) complaints.push_back(std::move(complaint));
        return complaints;
    };
    program.options = options();
    return program;
}

}  // namespace luot::dispenser
