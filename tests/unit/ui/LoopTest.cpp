#include "ui/Loop.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <thread>

#include "ui/StopSignal.hpp"

namespace luot::ui {
namespace {

/// A screen that counts what the loop does with it.
struct CountingScreen : Screen {
    int views = 0;
    std::atomic<int> wakes = 0;
    int paints = 0;
    bool changes = false;        ///< another picture at every deadline
    std::optional<Ticks> every;  ///< ms
    std::function<void()> onFirstView = [] {};

    draw::DrawList view(const Frame& frame) override {
        if (views++ == 0) onFirstView();
        draw::DrawList list{.design = {10, 10}, .ground = draw::Token::bg, .commands = {}};
        const double x = changes ? views % 9 : 1;
        list.add(draw::Box{.rect = {x, 1, 1, 1}, .fill = draw::Token::ink});
        lastPixels = frame.pixels;
        return list;
    }
    const draw::Theme& theme() const override { return draw::lightTheme(); }
    void handle(const Input& input, Ticks) override { wakes += std::holds_alternative<Wake>(input) ? 1 : 0; }
    std::optional<Ticks> nextChange(Ticks now) override {
        return every ? std::optional(now + *every) : std::nullopt;
    }
    void painted(Ticks) override { ++paints; }
    draw::Size lastPixels;
};

struct LoopTest : ::testing::Test {
    std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("luot-loop-" + std::to_string(getpid()) + ".png");
    Waker waker;
    CountingScreen screen;
    LoopOptions options;

    LoopTest() {
        options.look.size = {160, 90};
        options.screenshot = Screenshot{file, std::chrono::milliseconds(80)};
    }
    ~LoopTest() override { std::filesystem::remove(file); }
};

TEST_F(LoopTest, WritesAPictureOfTheScreenWithoutAWindow) {
    ASSERT_TRUE(runScreen(screen, waker, options).has_value());
    const auto picture = draw::Canvas::readPng(file);
    ASSERT_TRUE(picture.has_value());
    EXPECT_EQ(picture->width(), 160);
    EXPECT_EQ(picture->height(), 90);
    EXPECT_EQ(screen.lastPixels, (draw::Size{160, 90}));
}

TEST_F(LoopTest, PaintsAnUnchangedScreenOnce) {
    screen.every = 5;
    ASSERT_TRUE(runScreen(screen, waker, options).has_value());
    EXPECT_GT(screen.views, 3);
    EXPECT_EQ(screen.paints, 1);
}

TEST_F(LoopTest, SleepsWhenNothingChanges) {
    ASSERT_TRUE(runScreen(screen, waker, options).has_value());
    EXPECT_LE(screen.views, 3);
}

TEST_F(LoopTest, PaintsAtTheDeadlinesOfTheScreen) {
    screen.every = 5;
    screen.changes = true;
    ASSERT_TRUE(runScreen(screen, waker, options).has_value());
    EXPECT_GE(screen.paints, 3);
}

TEST_F(LoopTest, HandlesAWakeOfAnotherThread) {
    std::thread other;
    screen.onFirstView = [&] { other = std::thread([&] { waker.wake(); }); };
    ASSERT_TRUE(runScreen(screen, waker, options).has_value());
    other.join();
    EXPECT_GE(screen.wakes, 2) << "one at the start, one from the thread";
}

TEST_F(LoopTest, EndsAtOnceOnATerminationSignal) {
    options.screenshot->after = std::chrono::seconds(30);
    const StopSignal signals(waker);
    screen.onFirstView = [] { kill(getpid(), SIGTERM); };
    const Ticks start = ticksNow();
    EXPECT_TRUE(runScreen(screen, waker, options).has_value());
    EXPECT_LT(ticksNow() - start, 10'000);
}

TEST_F(LoopTest, SaysWhenThePictureCannotBeWritten) {
    options.screenshot->file = "/nowhere/at/all.png";
    const auto ended = runScreen(screen, waker, options);
    ASSERT_FALSE(ended.has_value());
    EXPECT_EQ(ended.error().fault, base::Fault::storage);
}

TEST_F(LoopTest, RunsInAWindowUntilItIsStopped) {
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    options.screenshot.reset();
    std::thread other;
    screen.onFirstView = [&] {
        other = std::thread([&] {
            waker.wake();
            while (screen.wakes < 2) std::this_thread::yield();
            waker.stop();
        });
    };
    EXPECT_TRUE(runScreen(screen, waker, options).has_value());
    other.join();
    EXPECT_EQ(screen.paints, 1);
}

TEST_F(LoopTest, SaysThatThereIsNoScreenToOpenAWindowOn) {
    setenv("SDL_VIDEODRIVER", "no-such-driver", 1);
    options.screenshot.reset();
    const auto ended = runScreen(screen, waker, options);
    ASSERT_FALSE(ended.has_value());
    EXPECT_EQ(ended.error().fault, base::Fault::unavailable);
}

}  // namespace
}  // namespace luot::ui
