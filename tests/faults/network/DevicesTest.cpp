#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <thread>

#include "../harness/Centre.hpp"
#include "../harness/Figures.hpp"
#include "../proxy/Proxy.hpp"

/// The real kiosk and the real counter's window behind a network that fails while people press.
namespace luot::faults {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

struct Spell {
    const char* name;
    Illness illness;
    seconds length{0};  ///< 0: until what is wanted has happened
};

class DevicesTest : public testing::TestWithParam<Spell> {
protected:
    DevicesTest() {
        EXPECT_TRUE(centre.start()) << centre.errors();
        proxy.pointAt(portOf(centre.url()));
    }

    void TearDown() override {
        if (HasFailure()) std::printf("%s\n", textOf(centre.file("stderr-of-device")).c_str());
    }

    Start device(const std::string& program, const std::string& token, std::vector<std::string> more) {
        std::ofstream(centre.file("device.token")) << token;
        Start start{program,
                    {"--server", proxy.url(), "--token-file", centre.file("device.token"), "--state-dir",
                     centre.file("state"), "--screenshot", centre.file("device.png")},
                    {"SDL_VIDEODRIVER=dummy"},
                    centre.file("stderr-of-device")};
        start.arguments.insert(start.arguments.end(), more.begin(), more.end());
        return start;
    }
    static bool isCut() { return GetParam().illness.silent; }
    /// Runs the program to its end; from what has `begun` on the network is ill.
    template <class Begun, class Happened>
    int runInSpell(const Start& start, Begun begun, Happened happened) {
        Process program(start);
        while (program.runs() && !begun()) std::this_thread::sleep_for(milliseconds(50));
        proxy.become(GetParam().illness);
        const auto began = std::chrono::steady_clock::now();
        const auto length = GetParam().length;
        while (program.runs() &&
               (length.count() > 0 ? std::chrono::steady_clock::now() - began < length : !happened()))
            std::this_thread::sleep_for(milliseconds(50));
        proxy.heal();
        return program.wait();
    }
    boost::json::array record() {
        return tests::Client(centre.url(), centre.admin())
            .get("/api/v1/events?limit=10000")["events"]
            .as_array();
    }
    /// The numbers of all tickets on record that still stand, in order.
    std::vector<std::string> numbersOnRecord() {
        std::map<std::string, std::string> numberOf;
        for (const auto& event : record()) {
            const auto* ticket = event.at("data").as_object().if_contains("ticket");
            if (ticket == nullptr || !ticket->is_object()) continue;
            const auto id = std::string(ticket->at("id").as_string());
            numberOf[id] = std::string(ticket->at("number").as_string());
            if (event.at("name").as_string() == "ticket_cancelled") numberOf.erase(id);
        }
        std::vector<std::string> numbers;
        for (const auto& [id, number] : numberOf) numbers.push_back(number);
        std::sort(numbers.begin(), numbers.end());
        return numbers;
    }
    bool isOnRecord(std::string_view name) {
        const auto all = record();
        return std::any_of(all.begin(), all.end(),
                           [&](const auto& event) { return event.at("name").as_string() == name; });
    }
    /// Whether the counter called somebody after the server had missed it.
    bool callsAfterItsReturn() {
        bool back = false;
        for (const auto& event : record()) {
            back = back || event.at("name").as_string() == "device_back";
            if (back && event.at("name").as_string() == "ticket_called") return true;
        }
        return false;
    }
    std::vector<std::string> papers() const {
        std::vector<std::string> numbers;
        std::error_code none;
        for (const auto& file : std::filesystem::directory_iterator(centre.file("tickets"), none))
            if (file.path().extension() == ".png") numbers.push_back(file.path().stem().string());
        std::sort(numbers.begin(), numbers.end());
        return numbers;
    }

    Centre centre;
    Proxy proxy{0};
};

TEST_P(DevicesTest, EveryPaperOfTheKioskIsInTheQueueOnce) {
    const auto kiosk = device("luot-dispenser", centre.token("dispenser", "kiosk 1"),
                              {"--printer", "file:" + centre.file("tickets"), "--after", "12", "--press",
                               "chung-thuc;ho-tich,priority;dat-dai"});
    // The second citizen stands before the kiosk when it begins.
    const auto code = runInSpell(
        kiosk, [&] { return std::filesystem::exists(centre.file("device-start-2.png")); },
        [&] { return papers().size() == 3; });
    EXPECT_EQ(code, 0);
    EXPECT_EQ(papers().size(), 3U) << "nobody leaves without a number";
    // What the kiosk gave alone is handed in while its last page stands.
    EXPECT_EQ(numbersOnRecord(), papers());
    const auto all = papers();
    const auto alone = std::count_if(
        all.begin(), all.end(), [](const auto& number) { return number.find('-') != std::string::npos; });
    if (isCut()) {
        EXPECT_GE(alone, 1) << "who presses while the cable is pulled gets a number at once";
    }
    figure(std::string("a kiosk behind ") + GetParam().name + ": of 3 numbers given alone",
           static_cast<double>(alone), "");
}

TEST_P(DevicesTest, TheCounterCallsNobodyTwice) {
    tests::Client boss(centre.url(), centre.admin());
    for (int i = 0; i < 20; ++i)
        ASSERT_EQ(boss.post("/api/v1/tickets", R"({"service":"chung-thuc"})").status, 201);
    std::string keys = "F2";
    for (int i = 0; i < 8; ++i) keys += ",wait:2,F2";
    const auto counter = device("luot-counter", centre.token("counter", "desk 1", 1),
                                {"--counter", "1", "--clerk", "Lan", "--keys", keys, "--after", "3"});
    const auto code = runInSpell(
        counter, [&] { return isOnRecord("ticket_called"); }, [] { return false; });
    EXPECT_EQ(code, 0);
    std::map<std::string, int> calls;
    for (const auto& event : record())
        if (event.at("name").as_string() == "ticket_called")
            ++calls[std::string(event.at("data").at("ticket").at("number").as_string())];
    EXPECT_GE(calls.size(), 2U);
    if (isCut()) {
        EXPECT_TRUE(callsAfterItsReturn());
    }
    int place = 0;
    for (const auto& [number, times] : calls) {
        EXPECT_EQ(times, 1) << number;
        EXPECT_EQ(number, "A00" + std::to_string(++place)) << "in order, nobody passed over";
        if (place == 9) break;
    }
    figure(std::string("a counter behind ") + GetParam().name + ": people called with 9 presses of F2",
           static_cast<double>(calls.size()), "");
}

INSTANTIATE_TEST_SUITE_P(Spells, DevicesTest,
                         testing::Values(Spell{"TwoSecondsLate", {.delay = milliseconds(2000)}},
                                         Spell{"ThirtyPercentLost", {.lossPercent = 30}},
                                         Spell{"ACutOfTenSeconds", {.silent = true}, seconds(10)}),
                         [](const auto& instance) { return instance.param.name; });

}  // namespace
}  // namespace luot::faults
