#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "SampleHall.hpp"
#include "draw/Painter.hpp"

namespace luot::display {
namespace {

const std::filesystem::path folder = LUOT_SOURCE_DIR "/tests/golden/display";

bool rewrites() { return std::getenv("LUOT_REWRITE_GOLDEN") != nullptr; }

std::string readText(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

/// Mean difference of the colour channels, 0 to 255.
double difference(const draw::Canvas& one, const draw::Canvas& other) {
    double sum = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            for (const int shift : {0, 8, 16}) {
                sum += std::abs(static_cast<int>(one.pixel(x, y) >> shift & 0xFF) -
                                static_cast<int>(other.pixel(x, y) >> shift & 0xFF));
            }
        }
    }
    return sum / (3.0 * one.width() * one.height());
}

/// Another release of the font or of Cairo may move edges by parts of a pixel; a missing word changes much
/// more.
constexpr double allowedDifference = 0.8;

/// Compares with the committed list and small picture; LUOT_REWRITE_GOLDEN=1 writes them anew.
void expectGolden(const std::string& name, const Picture& picture) {
    const draw::DrawList list = picture.draw();
    const draw::Canvas canvas = draw::paintNew(list, *picture.appearance.theme, {480, 270});
    if (rewrites()) {
        std::ofstream(folder / (name + ".txt")) << list.dump();
        ASSERT_TRUE(canvas.writePng(folder / (name + ".png")).has_value());
        return;
    }
    EXPECT_EQ(list.dump(), readText(folder / (name + ".txt"))) << name;
    const auto golden = draw::Canvas::readPng(folder / (name + ".png"));
    ASSERT_TRUE(golden.has_value()) << golden.error().what;
    ASSERT_EQ(golden->width(), canvas.width());
    const double found = difference(canvas, *golden);
    if (found > allowedDifference) (void)canvas.writePng(name + ".actual.png");
    EXPECT_LE(found, allowedDifference) << name << ": see " << name << ".actual.png";
}

Picture with(Picture picture, const char* language, const draw::Theme& theme) {
    picture.appearance.language = language;
    picture.appearance.theme = &theme;
    return picture;
}

TEST(MainHallGolden, OneCall) { expectGolden("one-call", oneCall()); }
TEST(MainHallGolden, TwoCalls) { expectGolden("two-calls", twoCalls()); }
TEST(MainHallGolden, RecallOfAPriorityTicketFlashing) { expectGolden("recall-priority-flash", recall()); }
TEST(MainHallGolden, LostConnection) { expectGolden("lost-connection", lost()); }
TEST(MainHallGolden, NoCallYet) { expectGolden("no-call-yet", noCallYet()); }
TEST(MainHallGolden, English) { expectGolden("one-call-english", with(oneCall(), "en", draw::lightTheme())); }
TEST(MainHallGolden, EnglishTwoCalls) {
    expectGolden("two-calls-english", with(twoCalls(), "en", draw::lightTheme()));
}
TEST(MainHallGolden, EnglishLost) {
    expectGolden("lost-connection-english", with(lost(), "en", draw::lightTheme()));
}
TEST(MainHallGolden, Dark) { expectGolden("one-call-dark", with(oneCall(), "vi", draw::darkTheme())); }
TEST(MainHallGolden, HighContrast) {
    expectGolden("one-call-high-contrast", with(oneCall(), "vi", draw::highContrastTheme()));
}
TEST(MainHallGolden, HighContrastFlashing) {
    expectGolden("recall-high-contrast", with(recall(), "vi", draw::highContrastTheme()));
}

TEST(MainHallGolden, ServerCannotWrite) {
    Picture picture = oneCall();
    picture.hall.writable = false;
    expectGolden("cannot-write", picture);
}

TEST(MainHallGolden, DayNotOpen) {
    Picture picture = noCallYet();
    picture.hall.open = picture.hall.givesTickets = false;
    picture.hall.waiting.clear();
    picture.hall.nextSession = at("13:30:00");
    expectGolden("day-not-open", picture);
}

TEST(MainHallGolden, CounterWithANameTakesTheWholeBar) {
    Picture picture = oneCall();
    picture.hall.recent[0].counter = 11;
    picture.board.clear();
    picture.board.called(callOf(picture.hall.recent[0], picture.now - 7'000), picture.now - 7'000);
    expectGolden("named-counter", picture);
}

/// Three who should make ready, and a range called into a zone.
Picture prepared() {
    Picture picture = oneCall();
    picture.hall.centre.zones = {{"b", "Khu B", "Area B"}};
    picture.hall.prepared = {{{"B018", "B019", "B020", "B021", "B022"}, std::nullopt, "b"},
                             {{"A046", "A047", "C010"}, 2, std::nullopt}};
    return picture;
}

TEST(MainHallGolden, NumbersThatMakeReady) { expectGolden("prepared", prepared()); }
TEST(MainHallGolden, EnglishNumbersThatMakeReady) {
    expectGolden("prepared-english", with(prepared(), "en", draw::lightTheme()));
}

/// What three services are expected to take, measured; the others wait for their first figures.
Picture expectedWaits() {
    Picture picture = oneCall();
    picture.appearance.expectedWaits = true;
    for (auto& service : picture.hall.services) service.open = true;
    picture.hall.services[0].estimate = protocol::Estimate{11 * 60, 24 * 60};
    picture.hall.services[1].estimate = protocol::Estimate{0, 9 * 60};
    picture.hall.services[2].estimate = protocol::Estimate{0, 0};
    return picture;
}

TEST(MainHallGolden, ExpectedWaitsOfTheServices) { expectGolden("expected-waits", expectedWaits()); }
TEST(MainHallGolden, EnglishExpectedWaits) {
    expectGolden("expected-waits-english", with(expectedWaits(), "en", draw::lightTheme()));
}

/// Twenty seconds after somebody set the server's clock.
Picture clockSet() {
    Picture picture = oneCall();
    picture.hall.clockFault = protocol::ClockFault{-1800, picture.time - base::Seconds(20)};
    return picture;
}

TEST(MainHallGolden, ClockThatWasSet) { expectGolden("clock-set", clockSet()); }
TEST(MainHallGolden, EnglishClockThatWasSet) {
    expectGolden("clock-set-english", with(clockSet(), "en", draw::lightTheme()));
}

TEST(MainHallGolden, LastCallIsDimmedWhenNobodyWasCalledForLong) {
    Picture picture;
    expectGolden("dimmed", picture);
}

}  // namespace
}  // namespace luot::display
