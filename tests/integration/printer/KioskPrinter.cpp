#include "tests/integration/printer/KioskPrinter.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <thread>

namespace luot::tests {

namespace {

using namespace std::chrono_literals;

std::string textOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string word(const base::json::Object& object, std::string_view member) {
    const auto* found = object.if_contains(member);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

}  // namespace

Ended KioskPrinterTest::visit(const std::string& printer, const Visit& visit) {
    std::filesystem::create_directories(pictures());
    std::ofstream(folder.file("kiosk.token")) << token_;
    std::ofstream(folder.file("kiosk.toml"))
        << "printer_connect = 1\nprinter_write = 2\nprinter_watch = 1\nwidth = 540\nheight = 960\n"
        << "printer_confirm = " << visit.confirm << "\nwithout_paper = \"" << visit.withoutPaper << "\"\n";
    return runProgram("luot-dispenser",
                      {"--server", server.url(), "--token-file", folder.file("kiosk.token"), "--config",
                       folder.file("kiosk.toml"), "--state-dir", folder.file("state"), "--language",
                       visit.language, "--printer", printer, "--press", visit.press, "--screenshot",
                       (pictures() / "kiosk.png").string(), "--after", std::to_string(visit.stay)});
}

std::future<Ended> KioskPrinterTest::begin(const std::string& printer, const Visit& visit) {
    return std::async(std::launch::async, [this, printer, visit] { return this->visit(printer, visit); });
}

std::string KioskPrinterTest::shown(const std::string& page) const {
    return textOf(pictures() / ("kiosk-" + page + ".txt"));
}

std::vector<base::json::Object> KioskPrinterTest::events(std::string_view name) {
    std::vector<base::json::Object> found;
    const auto answer = boss.get("/api/v1/events");
    for (const auto& event : answer["events"].as_array())
        if (event.at("name").as_string() == name) found.push_back(event.at("data").as_object());
    return found;
}

std::string KioskPrinterTest::alarm() {
    const auto hall = boss.get("/api/v1/hall");
    for (const auto& alert : hall["alerts"].as_array())
        if (alert.at("code").as_string() == "printer_fault") {
            EXPECT_EQ(alert.at("device").as_string(), "kiosk-1");
            return word(alert.as_object(), "fault");
        }
    return "";
}

void KioskPrinterTest::expectAlarm(const std::string& fault) {
    for (int i = 0; i < 150 && alarm() != fault; ++i) std::this_thread::sleep_for(100ms);
    EXPECT_EQ(alarm(), fault);
}

std::string KioskPrinterTest::onlyOutcome() {
    const auto printed = events("ticket_printed");
    EXPECT_EQ(printed.size(), 1U) << "one paper, one outcome";
    if (printed.empty()) return "";
    const auto fault = word(printed[0], "fault");
    return word(printed[0].at("ticket").as_object(), "printed") + (fault.empty() ? "" : " " + fault);
}

std::vector<std::string> KioskPrinterTest::papers() const {
    std::vector<std::string> names;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder.file("paper"), none))
        if (entry.path().extension() == ".escpos") names.push_back(entry.path().string());
    std::sort(names.begin(), names.end());
    std::vector<std::string> texts;
    for (const auto& name : names) texts.push_back(textOf(name));
    return texts;
}

/// Height in the picture's head; 8 dots a millimetre.
double KioskPrinterTest::lastPaperMm() const {
    std::string last;
    for (const auto& entry : std::filesystem::directory_iterator(folder.file("paper")))
        if (entry.path().extension() == ".png") last = std::max(last, entry.path().string());
    const auto png = textOf(last);
    if (png.size() < 24) return 0;
    int rows = 0;
    for (std::size_t i = 20; i < 24; ++i) rows = rows * 256 + static_cast<unsigned char>(png[i]);
    return rows / 8.0;
}

std::vector<std::string> KioskPrinterTest::printer(const std::string& orders,
                                                   const std::string& listen) const {
    std::vector<std::string> words{"--listen", listen, "--folder", folder.file("paper")};
    if (!orders.empty()) words.insert(words.end(), {"--orders", orders});
    return words;
}

}  // namespace luot::tests
