#include "hardware/emulator/Options.hpp"

namespace luot::hardware::emulator {

namespace {

using namespace base::settings;

SettingsTable table() {
    return SettingsTable({
        textSetting(
            "listen", "127.0.0.1:9100",
            "Where the printer is connected: an IPv4 address with a port, 0 for any free one, or pty for "
            "a serial port."),
        textSetting(
            "control", "none",
            "Where orders such as 'paper out after 40 mm' come from: none, stdin, or an IPv4 address with "
            "a port."),
        pathSetting("folder", "",
                    "Tickets fall into this folder as pictures with their bytes. Empty: none are kept."),
        textsSetting("orders", {}, "Orders that are obeyed at the start, such as 'near end'."),
        integerSetting("width", {576, {64, 2040}, "dots"},
                       "Width of the head: 576 for 80 mm, 384 for 58 mm."),
        numberSetting("speed", {250, {1, 2000}, "mm/s"}, "How fast paper moves."),
        integerSetting("buffer", {4096, {64, 1'000'000}, "bytes"},
                       "So much is taken beyond what is printed; a host must wait with the rest."),
        integerSetting(
            "cutter_mm", {14, {0, 100}, "mm"},
            "From the head to the cutter. A ticket begins with so much white paper; 0: with its first row."),
        boolSetting("cutter", true,
                    "Has a cutter; without one each ticket is torn off there after half a second."),
        durationSetting("cut_time", 0.2, {0, 10}, "How long a cut takes; an estimate, from no data sheet."),
        integerSetting("roll_mm", {50'000, {1, 200'000}, "mm"}, "Paper on a new roll."),
        integerSetting("near_end_mm", {2'000, {0, 200'000}, "mm"},
                       "Paper left when the sensor sees a thin roll."),
        textSetting("maker", "EPSON", "Answer to GS I 66. Empty: none."),
        textSetting("model", "TM-T82III", "Answer to GS I 67. Empty: none."),
        boolSetting("real_time_status", true, "Answers DLE EOT. Some clones do not."),
        boolSetting("automatic_status", true, "Tells changes by itself after GS a."),
        boolSetting("process_id", true, "Answers GS ( H. Many clones do not."),
        boolSetting("queued_status", true, "Answers GS r."),
    });
}

Option option(std::string setting, std::string placeholder, std::string description) {
    std::string name = "--" + setting;
    for (auto& letter : name)
        if (letter == '_') letter = '-';
    return {std::move(name), std::move(placeholder), std::move(description), std::move(setting), false};
}

int dots(std::int64_t mm) { return static_cast<int>(mm) * paper::dotsPerMm; }

void checkOrders(const Settings& settings, Complaints& complaints) {
    for (const auto& line : settings.texts("orders"))
        if (const auto order = machine::parseOrder(line); !order)
            complaints.push_back(Complaint{"", 0, "orders", order.error().what});
}

Complaints check(const Arguments& arguments) {
    const auto& settings = arguments.settings;
    Complaints complaints;
    const auto address = [&](const char* key, std::initializer_list<const char*> words) {
        const auto& text = settings.text(key);
        for (const auto* word : words)
            if (text == word) return;
        if (const auto parsed = link::parseAddress(text); !parsed)
            complaints.push_back(Complaint{"", 0, key, parsed.error().what});
    };
    address("listen", {"pty"});
    address("control", {"none", "stdin"});
    checkOrders(settings, complaints);
    return complaints;
}

base::Result<link::Cable> cableOf(const std::string& listen, int buffer) {
    if (listen == "pty") return link::Cable::terminal();
    auto address = link::parseAddress(listen);
    if (!address) return tl::unexpected(address.error());
    return link::Cable::listen(std::move(*address), buffer);
}

}  // namespace

Program emulatorProgram(std::string version) {
    Program program;
    program.name = "luot-printer-emulator";
    program.version = std::move(version);
    program.summary =
        "A ticket printer that is not there: takes ESC/POS, answers as a printer does, draws its tickets, "
        "and "
        "fails when told to.";
    program.settings = table();
    program.options = {
        option("listen", "ADDR:PORT", "Where the printer is connected, or pty"),
        option("control", "ADDR:PORT", "Where orders come from, or stdin"),
        option("folder", "DIR", "Where tickets fall"),
        option("orders", "LIST", "Orders that are obeyed at the start, with commas between them"),
        option("width", "DOTS", "Width of the head"),
        option("speed", "MM/S", "How fast paper moves"),
        option("cutter_mm", "MM", "From the head to the cutter"),
        option("cutter", "BOOL", "Has a cutter; else tickets are torn off by hand"),
        option("roll_mm", "MM", "Paper on a new roll"),
        option("process_id", "BOOL", "Answers GS ( H"),
        option("real_time_status", "BOOL", "Answers DLE EOT"),
    };
    program.alsoCheck = check;
    return program;
}

machine::Model modelOf(const Settings& settings) {
    machine::Model model;
    model.width = static_cast<int>(settings.integer("width"));
    model.speed = settings.number("speed");
    model.buffer = static_cast<std::size_t>(settings.integer("buffer"));
    model.cutter = dots(settings.integer("cutter_mm"));
    model.cuts = settings.boolean("cutter");
    model.cutTime = settings.duration("cut_time");
    model.roll = dots(settings.integer("roll_mm"));
    model.nearEnd = dots(settings.integer("near_end_mm"));
    model.maker = settings.text("maker");
    model.name = settings.text("model");
    model.realTimeStatus = settings.boolean("real_time_status");
    model.automaticStatus = settings.boolean("automatic_status");
    model.processId = settings.boolean("process_id");
    model.queuedStatus = settings.boolean("queued_status");
    return model;
}

base::Result<link::Place> placeOf(const Settings& settings) {
    auto cable = cableOf(settings.text("listen"), static_cast<int>(settings.integer("buffer")));
    if (!cable) return tl::unexpected(cable.error());
    auto control = link::Control::open(settings.text("control"));
    if (!control) return tl::unexpected(control.error());
    return link::Place{std::move(*cable), std::move(*control), link::Folder(settings.path("folder"))};
}

}  // namespace luot::hardware::emulator
