#include <csignal>
#include <fstream>
#include <sstream>

#include "Centre.hpp"

namespace luot::tests {
namespace {

class ProgramContractTest : public testing::Test {
protected:
    Ended server(const std::vector<std::string>& arguments) { return runProgram("luot-server", arguments); }
    std::string data() const { return folder.file("data"); }
    static std::string merged() { return sourceFile("config/centre-commune-merged.toml"); }

    /// The merged centre's file with one text replaced, beside copies of what it names.
    std::string changedCentre(const std::string& from, const std::string& to) {
        std::ifstream in(merged());
        std::stringstream text;
        text << in.rdbuf();
        auto content = text.str();
        const auto at = content.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        content.replace(at, from.size(), to);
        for (const auto* file : {"catalogue.toml", "holidays-vn-2026-2027.toml"})
            std::filesystem::copy_file(sourceFile(std::string("config/") + file), folder.file(file),
                                       std::filesystem::copy_options::overwrite_existing);
        std::ofstream(folder.file("centre.toml")) << content;
        return folder.file("centre.toml");
    }

    TempFolder folder;
};

TEST_F(ProgramContractTest, TheReferenceOfSettingsIsWhatTheProgramsPrint) {
    for (const auto* name : {"luot-server", "luot-display", "luot-dispenser", "luot-counter"}) {
        std::ifstream in(sourceFile(std::string("docs/settings/") + name + ".md"));
        std::stringstream text;
        text << in.rdbuf();
        EXPECT_EQ(runProgram(name, {"--print-reference"}).out, text.str()) << name;
    }
}

TEST_F(ProgramContractTest, EveryProgramTellsItsVersionAndHelp) {
    for (const auto* name : {"luot-server", "luot-display", "luot-dispenser", "luot-counter",
                             "luot-simulator", "luot-printer-emulator"}) {
        EXPECT_EQ(runProgram(name, {"--version"}).exitCode, 0) << name;
        EXPECT_NE(runProgram(name, {"--help"}).out.find("--config"), std::string::npos) << name;
        EXPECT_EQ(runProgram(name, {"--nonsense"}).exitCode, 2) << name;
    }
}

TEST_F(ProgramContractTest, PrintedSettingsAreASettingsFile) {
    const auto printed = server({"run", "--data", data(), "--print-config"});
    ASSERT_EQ(printed.exitCode, 0);
    std::ofstream(folder.file("server.toml")) << printed.out;
    const auto checked =
        server({"run", "--data", data(), "--config", folder.file("server.toml"), "--check-config"});
    EXPECT_EQ(checked.exitCode, 0) << checked.err;
    EXPECT_EQ(checked.out, "ok\n");
}

TEST_F(ProgramContractTest, AWrongSettingOrCentreIsNamedWithFileAndLine) {
    std::ofstream(folder.file("server.toml"))
        << "listen = \"127.0.0.1:0\"\nlissten = 5\nsessions = \"many\"\n";
    const auto settings =
        server({"run", "--data", data(), "--config", folder.file("server.toml"), "--check-config"});
    EXPECT_EQ(settings.exitCode, 2);
    EXPECT_NE((settings.out + settings.err).find("server.toml:2"), std::string::npos) << settings.err;
    EXPECT_NE((settings.out + settings.err).find("server.toml:3"), std::string::npos) << settings.err;
    const auto centre = server({"run", "--data", data(), "--centre",
                                changedCentre("prefix = \"B\"", "prefix = \"A\""), "--check-config"});
    EXPECT_EQ(centre.exitCode, 2);
    EXPECT_NE((centre.out + centre.err).find("centre.toml:"), std::string::npos) << centre.err;
    EXPECT_EQ(server({"--check-config", "--centre", folder.file("centre.toml")}).exitCode, 2);
    EXPECT_EQ(server({"--check-config", "--centre", merged()}).out, "ok\n");
}

TEST_F(ProgramContractTest, WrongArgumentsExitTwo) {
    EXPECT_EQ(server({"run"}).exitCode, 2);
    EXPECT_EQ(server({"run", "--data", data(), "--listen", "127.0.0.1:0"}).exitCode, 2)
        << "no centre for an empty folder";
    EXPECT_EQ(server({"run", "--data", data(), "--centre", merged(), "--speed", "2"}).exitCode, 2);
    EXPECT_EQ(server({"run", "--data", data(), "--centre", merged(), "--start-time", "Monday"}).exitCode, 2);
    EXPECT_EQ(server({"token", "--data", data(), "--role", "king", "--name", "x"}).exitCode, 2);
    EXPECT_EQ(server({"token", "--data", data(), "--role", "counter", "--name", "x"}).exitCode, 2);
}

TEST_F(ProgramContractTest, ASecondServerOnTheFolderExitsThreeAndATakenAddressFour) {
    ServerProcess first(serverArguments(data()));
    EXPECT_EQ(server(serverArguments(data())).exitCode, 3);
    const auto address = first.url().substr(first.url().rfind('/') + 1);
    auto arguments = serverArguments(folder.file("other"));
    arguments[6] = address;
    EXPECT_EQ(server(arguments).exitCode, 4);
    EXPECT_EQ(first.end(SIGTERM), 0);
}

TEST_F(ProgramContractTest, TheSameCentreFileChangesNothingOnALaterRun) {
    { ServerProcess(serverArguments(data())).end(SIGTERM); }
    const auto secret = makeToken(data(), "admin", "boss");
    ServerProcess again(serverArguments(data()));
    const auto events = Client(again.url(), secret).get("/api/v1/events").text;
    const auto first = events.find("\"rules\"");
    EXPECT_NE(first, std::string::npos);
    EXPECT_EQ(events.find("\"rules\"", first + 1), std::string::npos);
}

TEST_F(ProgramContractTest, ASimulatedClockIsRefusedOnAFolderWithRealDays) {
    std::vector<std::string> real{"run", "--data", data(), "--centre", merged(), "--listen", "127.0.0.1:0"};
    { ServerProcess(real).end(SIGTERM); }
    const auto refused = server(serverArguments(data()));
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_NE(refused.err.find("real"), std::string::npos) << refused.err;
}

TEST_F(ProgramContractTest, VerifyNamesAChangedRow) {
    {
        ServerProcess running(serverArguments(data()));
        Client client(running.url(), makeToken(data(), "admin", "boss"));
        for (int i = 0; i < 5; ++i) client.post("/api/v1/tickets", R"({"service":"dat-dai"})");
        running.end(SIGTERM);
    }
    EXPECT_EQ(server({"verify", "--data", data()}).exitCode, 0);
    const auto change = "sqlite3 " + data() + "/journal.db \"UPDATE events SET actor='nobody' WHERE seq=5\"";
    ASSERT_EQ(std::system(change.c_str()), 0);
    const auto found = server({"verify", "--data", data()});
    EXPECT_EQ(found.exitCode, 3);
    EXPECT_NE(found.out.find("5"), std::string::npos) << found.out;
}

TEST_F(ProgramContractTest, ExportWritesTheReportWithoutAServer) {
    {
        ServerProcess running(serverArguments(data()));
        Client client(running.url(), makeToken(data(), "admin", "boss"));
        client.post("/api/v1/tickets", R"({"service":"dat-dai"})");
        client.post("/api/v1/hall/close");
        running.end(SIGTERM);
    }
    const auto out = folder.file("report.csv");
    const auto done = server({"export", "--data", data(), "--from", "2026-11-01", "--to", "2026-11-30",
                              "--format", "csv", "--out", out});
    EXPECT_EQ(done.exitCode, 0) << done.err;
    std::ifstream file(out);
    std::stringstream text;
    text << file.rdbuf();
    EXPECT_NE(text.str().find("2026-11-23,1,0,0,1"), std::string::npos) << text.str();
}

}  // namespace
}  // namespace luot::tests
