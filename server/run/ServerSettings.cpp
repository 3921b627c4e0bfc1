#include "server/run/ServerSettings.hpp"

#include <charconv>

#include "server/centre/CentreFile.hpp"

namespace luot::server::run {

namespace {

using namespace base::settings;

SettingsTable table() {
    return SettingsTable({
        textSetting("listen", "127.0.0.1:8080",
                    "Address and port to listen on. 0.0.0.0:8080 takes connections from the whole network; "
                    "port 0 takes "
                    "a free one."),
        textSetting("public_url", "",
                    "What phones and the QR of a ticket call this server, such as http://192.168.1.10:8080. "
                    "Empty: the "
                    "listening address."),
        integerSetting("requests_per_second", {10'000, {1, 1'000'000}, "requests"},
                       "Requests that one token may send in a second before it is answered 429."),
        integerSetting("sessions", {4096, {1, 100'000}, "sessions"}, "Connections in all."),
        integerSetting("sessions_per_address", {1024, {1, 100'000}, "sessions"},
                       "Connections from one address."),
        integerSetting("outbox_bytes", {256.0 * 1024, {16.0 * 1024, 16.0 * 1024 * 1024}, "bytes"},
                       "What a slow client may leave unread before it is closed with 1013."),
        textSetting(
            "backup_to", "",
            "Folder for copies of the journal, best on a USB stick or another disk. It must be there: "
            "name a folder on the stick, which is missing with it. Empty: no copies are made."),
        integerSetting("backup_every_min", {60, {1, 1440}, "minutes"},
                       "A copy is made so often, and after each day. Each is restored and checked."),
        integerSetting("backup_keep_days", {30, {1, 3660}, "days"},
                       "Of each day before yesterday the last copy is kept so long."),
    });
}

Subcommand data(std::string name, std::string description, std::vector<Option> more = {}) {
    more.insert(more.begin(), Option{"--data", "DIR", "Folder with the journal", "", true});
    return {std::move(name), std::move(description), std::move(more)};
}

std::vector<Option> runOptions() {
    return {{"--listen", "ADDR:PORT", "Address to listen on", "listen", false},
            {"--public-url", "URL", "What the QR of a ticket calls this server", "public_url", false},
            {"--start-time", "RFC3339", "Run on a simulated clock from this moment", "", false},
            {"--speed", "N", "How many times as fast the simulated clock runs", "", false}};
}

base::Result<double> speedOf(const std::string& text) {
    double speed = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), speed);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || !(speed > 0) || speed > 10'000)
        return base::fail(base::Fault::invalidInput, "--speed must be a number over 0, at most 10000");
    return speed;
}

}  // namespace

Program serverProgram() {
    Program program{
        "luot-server", LUOT_VERSION, "The coordinator of a waiting hall: queue, journal and feed.",
        table(),       {},           {}};
    program.options = {{"--centre", "FILE", "The centre's file; sets an empty folder up", "", false}};
    program.subcommands = {
        data("run", "Runs the centre", runOptions()),
        data("token", "Makes an access token and prints it once",
             {{"--role", "ROLE", "dispenser, display, counter, clerk, guide, manager, inspector or admin", "",
               true},
              {"--name", "NAME", "Whose it is: stands in the journal as the actor", "", true},
              {"--counter", "N", "The counter that a token of role counter is bound to", "", false}}),
        data("verify", "Checks the journal's hash chain and projections"),
        data("rebuild", "Makes the tables for reports anew from the journal"),
        data("export", "Writes the waiting report of a period",
             {{"--from", "DATE", "First day, such as 2026-11-01", "", true},
              {"--to", "DATE", "Last day", "", true},
              {"--by", "GROUPING", "hour, day, service, counter, clerk or unit; day without", "", false},
              {"--format", "FORMAT", "csv", "", true},
              {"--out", "FILE", "The file to write", "", true}}),
        data("backup", "Writes a consistent copy, also while the server runs",
             {{"--out", "FILE", "The copy; must not exist", "", true}}),
        data("restore", "Puts a copy in place of the journal; the server must not run",
             {{"--from", "FILE", "The copy", "", true},
              {"--salvage", "", "Adds what the damaged journal still has behind the copy", "", false},
              {"--skip", "N",
               "Each series of today goes on N numbers later, for numbers that the copy does not know", "",
               false}}),
    };
    program.alsoCheck = [](const Arguments& arguments) -> Complaints {
        const auto file = arguments.value("--centre");
        if (!file) return {};
        auto centre = centre::readCentre(*file);
        return centre ? Complaints{} : centre.error();
    };
    return program;
}

base::Result<ServerSettings> serverSettings(const Arguments& arguments) {
    ServerSettings result;
    result.data = arguments.required("--data");
    result.centre = arguments.value("--centre").value_or("");
    const auto& settings = arguments.settings;
    result.listen = settings.text("listen");
    result.publicUrl = settings.text("public_url");
    result.requestsPerSecond = static_cast<int>(settings.integer("requests_per_second"));
    result.limits.sessions = static_cast<std::size_t>(settings.integer("sessions"));
    result.limits.sessionsPerAddress = static_cast<std::size_t>(settings.integer("sessions_per_address"));
    result.limits.outboxBytes = static_cast<std::size_t>(settings.integer("outbox_bytes"));
    result.backupTo = settings.text("backup_to");
    result.backup.every = base::Minutes(settings.integer("backup_every_min"));
    result.backup.keepDays = static_cast<int>(settings.integer("backup_keep_days"));
    if (const auto text = arguments.value("--start-time")) {
        auto start = base::parseInstant(*text);
        if (!start) return tl::unexpected(start.error());
        result.startTime = *start;
    }
    if (const auto text = arguments.value("--speed")) {
        if (!result.startTime)
            return base::fail(base::Fault::invalidInput,
                              "--speed goes with --start-time; add it or leave --speed out");
        auto speed = speedOf(*text);
        if (!speed) return tl::unexpected(speed.error());
        result.speed = *speed;
    }
    return result;
}

}  // namespace luot::server::run
