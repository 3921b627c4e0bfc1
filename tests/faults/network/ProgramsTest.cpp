#include <cairo.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <thread>

#include "../harness/Figures.hpp"
#include "../harness/Load.hpp"
#include "../proxy/Proxy.hpp"

/// The real screens, without a screen, behind a network and a server that fail.
namespace luot::faults {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class ProgramsTest : public testing::Test {
protected:
    ProgramsTest() {
        EXPECT_TRUE(centre.start()) << centre.errors();
        proxy.pointAt(portOf(centre.url()));
        std::ofstream(centre.file("screen-token")) << centre.token("display", "screen 1");
    }

    void TearDown() override {
        if (!HasFailure()) return;
        tests::Client boss(centre.url(), centre.admin());
        std::printf("%s\n%s\n", textOf(centre.file("display-stderr")).c_str(),
                    boss.get("/api/v1/events?limit=10000").text.c_str());
    }

    Start display(const std::string& url, std::vector<std::string> more = {}) const {
        Start start{"luot-display",
                    {"--server", url, "--token-file", centre.file("screen-token"), "--size", "1280x720"},
                    {"SDL_VIDEODRIVER=dummy", "SDL_AUDIODRIVER=dummy"},
                    centre.file("display-stderr")};
        start.arguments.insert(start.arguments.end(), more.begin(), more.end());
        return start;
    }
    /// Waits until the display has drawn itself and follows the feed: a call of before is on its screen too,
    /// but unacknowledged, since a snapshot does not number it.
    testing::AssertionResult follows(Process& screen) {
        if (screen.line(seconds(30)) != "ready") return testing::AssertionFailure() << "no picture";
        const auto began = std::chrono::steady_clock::now();
        while (millisecondsSince(began) < 20'000)
            if (tests::Client(centre.url(), "").get("/metrics").text.find("\nluot_stream_listeners 1\n") !=
                std::string::npos)
                return testing::AssertionSuccess();
        return testing::AssertionFailure() << "it does not follow the feed";
    }
    /// Issues a ticket and calls it at counter 1; the number of the call's event.
    std::int64_t call() {
        tests::Client boss(centre.url(), centre.admin());
        EXPECT_EQ(boss.post("/api/v1/tickets", R"({"service":"chung-thuc"})").status, 201);
        boss.post("/api/v1/counters/1/open", R"({"clerk":"Lan"})");
        boss.post("/api/v1/counters/1/start");
        const auto called = boss.post("/api/v1/counters/1/call-next");
        EXPECT_EQ(called.status, 200);
        const auto id = std::string(called["ticket"].at("id").as_string());
        for (;;) {  // the answer comes before the feed is told
            const auto page = boss.get("/api/v1/events?limit=10000");
            for (const auto& event : page["events"].as_array())
                if (event.at("name").as_string() == "ticket_called" &&
                    event.at("data").at("ticket").at("id").as_string() == id)
                    return event.at("seq").to_number<std::int64_t>();
        }
    }
    /// Whether the display says in time that the call is on its screen.
    bool isShown(std::int64_t call, milliseconds within) {
        tests::Client boss(centre.url(), centre.admin());
        const auto until = std::chrono::steady_clock::now() + within;
        while (std::chrono::steady_clock::now() < until) {
            const auto page = boss.get("/api/v1/events?limit=10000&since=" + std::to_string(call));
            for (const auto& event : page["events"].as_array())
                if (event.at("name").as_string() == "call_shown" &&
                    event.at("data").at("call").to_number<std::int64_t>() == call)
                    return true;
            std::this_thread::sleep_for(milliseconds(5));
        }
        return false;
    }

    Centre centre;
    Proxy proxy{0};
};

TEST_F(ProgramsTest, ADisplayShowsACallOfACutAsSoonAsTheNetworkIsBack) {
    Process screen(display(proxy.url()));
    ASSERT_TRUE(follows(screen));
    ASSERT_TRUE(isShown(call(), seconds(20)));
    proxy.become({.silent = true});
    std::this_thread::sleep_for(seconds(7));
    const auto missed = call();
    EXPECT_FALSE(isShown(missed, milliseconds(300)));
    proxy.heal();
    const auto healed = std::chrono::steady_clock::now();
    EXPECT_TRUE(isShown(missed, seconds(50)));
    figure("a display behind a cut of 7 s: the call is on its screen after", millisecondsSince(healed), "ms");
    EXPECT_EQ(screen.end(SIGTERM), 0);
}

TEST_F(ProgramsTest, ADisplayComesBackByItselfAfterAServersDeath) {
    Process screen(display(centre.url()));
    ASSERT_TRUE(follows(screen));
    ASSERT_TRUE(isShown(call(), seconds(20)));
    centre.kill();
    std::this_thread::sleep_for(seconds(1));
    const auto began = std::chrono::steady_clock::now();
    ASSERT_TRUE(centre.start()) << centre.errors();
    EXPECT_TRUE(isShown(call(), seconds(50)));
    figure("a display after kill -9: from the restart to a call on its screen", millisecondsSince(began),
           "ms");
    EXPECT_EQ(screen.end(SIGTERM), 0);
}

/// Pixels in the colour of warnings of the light theme, #FFEFCF.
int warningPixels(const std::string& file) {
    auto* picture = cairo_image_surface_create_from_png(file.c_str());
    const int width = cairo_image_surface_get_width(picture),
              height = cairo_image_surface_get_height(picture);
    const int stride = cairo_image_surface_get_stride(picture);
    const unsigned char* bytes = cairo_image_surface_get_data(picture);
    int count = 0;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto* pixel = bytes + y * stride + x * 4;
            count += pixel[0] == 0xCF && pixel[1] == 0xEF && pixel[2] == 0xFF;
        }
    cairo_surface_destroy(picture);
    return count;
}

TEST_F(ProgramsTest, ADeadServerIsOnTheScreenWithinSixSeconds) {
    const auto well = centre.file("well.png"), lost = centre.file("lost.png");
    EXPECT_EQ(Process(display(proxy.url(), {"--screenshot", well, "--after", "3"})).wait(), 0);
    const auto whenWell = warningPixels(well);
    Process screen(display(proxy.url(), {"--screenshot", lost, "--after", "9"}));
    std::this_thread::sleep_for(seconds(3));
    proxy.become({.silent = true});
    EXPECT_EQ(screen.wait(), 0);
    EXPECT_GT(warningPixels(lost), whenWell + 10'000) << "six seconds after the cut the screen must say so";
}

}  // namespace
}  // namespace luot::faults
