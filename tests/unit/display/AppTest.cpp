#include "display/App.hpp"

#include <gtest/gtest.h>

#include <deque>

#include "display/Options.hpp"

namespace luot::display {
namespace {

/// A link whose other end is the test.
struct ScriptedLink : net::Link {
    std::deque<net::LinkEvent> events;
    std::vector<std::string> sent;
    int reconnects = 0;

    std::optional<net::LinkEvent> poll() override {
        if (events.empty()) return std::nullopt;
        auto event = std::move(events.front());
        events.pop_front();
        return event;
    }
    bool send(std::string frame) override {
        sent.push_back(std::move(frame));
        return true;
    }
    void reconnect() override { ++reconnects; }
};

const base::Wording& wording() {
    static const auto loaded = base::Wording::load(LUOT_SOURCE_DIR "/config/wording");
    if (!loaded) throw std::runtime_error(loaded.error().what);
    return *loaded;
}

/// A display in the middle of a morning, and the server's voice.
struct AppTest : ::testing::Test {
    const base::Instant morning = base::parseInstant("2026-11-23T09:42:00+07:00").value();
    ScriptedLink link;
    Ticks now = 5'000'000;
    std::int64_t seq = 10;
    App app{
        {}, wording(), Reception(link, protocol::FeedClient("display", "secret"), Connection(now, 4'000))};

    void hear(const protocol::ServerMessage& message) {
        link.events.emplace_back(net::LinkFrame{protocol::encodeMessage(message)});
        app.handle(ui::Wake{}, now);
    }
    protocol::Hall hall() const {
        protocol::Hall hall;
        hall.feed = "feed";
        hall.seq = seq;
        hall.day = "2026-11-23";
        hall.now = morning;
        hall.open = hall.givesTickets = true;
        hall.centre.nameVi = "Trung tâm";
        hall.counters.push_back({2, "Quầy số 2", "Counter 2", "A", "open", {}, {}, {"chung-thuc"}, {}});
        hall.services.push_back({"chung-thuc", "A", "Chứng thực", "Certification", 1, 0, {2}});
        return hall;
    }
    void connect(protocol::Hall hall, double speed = 1) {
        link.events.emplace_back(net::LinkUp{});
        app.handle(ui::Wake{}, now);
        hall.clockSpeed = speed;
        hear(protocol::Welcome{1, "feed", seq, morning, speed});
        hear(protocol::Snapshot{seq, 1, 1, hall});
    }
    protocol::Ticket ticket(const std::string& number, base::Instant calledAt) const {
        protocol::Ticket t;
        t.id = "id-" + number;
        t.number = number;
        t.service = "chung-thuc";
        t.state = "called";
        t.issuedAt = morning;
        t.calledAt = t.lastCalledAt = calledAt;
        t.counter = 2;
        t.calls = 1;
        return t;
    }
    void call(const std::string& number, Ticks after = 0) {
        const auto at = morning + base::Milliseconds(after);
        const base::json::Object data{{"ticket", base::json::encode(ticket(number, at))}, {"counter", 2}};
        hear(protocol::EventFrame{++seq, at, "ticket_called", data});
    }
    draw::DrawList view() { return app.view({now, {1920, 1080}}); }
    /// The font size of a text on the screen; 0 when it is not there.
    double sizeOf(const std::string& text) {
        double size = 0;
        for (const auto& command : view().commands) {
            const auto* found = std::get_if<draw::Text>(&command);
            if (found != nullptr && found->text == text) size = std::max(size, found->size);
        }
        return size;
    }
    bool isYellow() {
        for (const auto& command : view().commands) {
            const auto* box = std::get_if<draw::Box>(&command);
            if (box != nullptr && box->fill == draw::Token::call && box->rect.h > 20) return true;
        }
        return false;
    }
};

TEST_F(AppTest, GreetsTheServerWhenTheLinkIsUp) {
    link.events.emplace_back(net::LinkUp{});
    app.handle(ui::Wake{}, now);
    ASSERT_EQ(link.sent.size(), 1U);
    EXPECT_NE(link.sent[0].find("\"type\":\"hello\""), std::string::npos) << link.sent[0];
    EXPECT_NE(link.sent[0].find("\"role\":\"display\""), std::string::npos) << link.sent[0];
}

TEST_F(AppTest, ShowsACallLargeAndTellsTheServerAfterPainting) {
    connect(hall());
    call("A045");
    EXPECT_EQ(sizeOf("A045"), 40);
    EXPECT_EQ(link.sent.size(), 1U) << "nothing is acknowledged before it is on the screen";
    app.painted(now);
    ASSERT_EQ(link.sent.size(), 2U);
    const auto shown = protocol::decodeClientMessage(link.sent[1]);
    ASSERT_TRUE(shown.has_value());
    const auto* frame = std::get_if<protocol::Shown>(&*shown);
    ASSERT_NE(frame, nullptr);
    EXPECT_EQ(frame->seq, 11);
    EXPECT_TRUE(frame->screen);
    EXPECT_FALSE(frame->spoken);
}

TEST_F(AppTest, ShowsCallsOfTheLastMinuteWhenItStarts) {
    auto hall = this->hall();
    hall.recent = {ticket("A045", morning - base::Seconds(59)), ticket("A044", morning - base::Seconds(70))};
    connect(hall);
    EXPECT_EQ(sizeOf("A045"), 40);
    EXPECT_EQ(sizeOf("A044"), 9.2);
    now += 1'000;
    EXPECT_EQ(sizeOf("A045"), 40) << "it rests";
}

TEST_F(AppTest, SaysThatTheServerIsLostSixSecondsAfterItsLastWord) {
    connect(hall());
    call("A045");
    link.events.emplace_back(net::LinkDown{"gone"});
    app.handle(ui::Wake{}, now);
    const std::string listen = "Mời Ông/Bà nghe\u00A0gọi tại quầy.";
    now += 5'999;
    EXPECT_EQ(sizeOf(listen), 0);
    EXPECT_LE(app.nextChange(now).value(), now + 1);
    now += 1;
    EXPECT_EQ(sizeOf(listen), 9);
    EXPECT_EQ(sizeOf("Màn hình mất kết nối lúc\u00A0"
                     "09:42."),
              4.6);
    EXPECT_EQ(sizeOf("A045"), 12);
    EXPECT_EQ(sizeOf("Đang chờ"), 0) << "old counts would lie";
}

TEST_F(AppTest, IsRightAgainAtTheFirstWord) {
    connect(hall());
    call("A045");
    link.events.emplace_back(net::LinkDown{"gone"});
    app.handle(ui::Wake{}, now);
    now += 90'000;
    EXPECT_EQ(sizeOf("A045"), 12);
    link.events.emplace_back(net::LinkUp{});
    hear(protocol::Welcome{1, "feed", seq, morning + base::Milliseconds(90'000), 1});
    EXPECT_EQ(sizeOf("Mời Ông/Bà nghe\u00A0gọi tại quầy."), 0);
    call("A046", 20'000);
    EXPECT_EQ(sizeOf("A046"), 9.2) << "called 70 s ago: in the table alone";
    call("A047", 85'000);
    EXPECT_EQ(sizeOf("A047"), 40);
}

TEST_F(AppTest, SaysSoWhenTheServerCannotWriteAndWhenItCanAgain) {
    connect(hall());
    protocol::Status status;
    status.writable = false;
    hear(status);
    EXPECT_GT(sizeOf("Không ghi được dữ liệu. Báo quản trị hệ thống."), 0);
    status.writable = true;
    hear(status);
    EXPECT_EQ(sizeOf("Không ghi được dữ liệu. Báo quản trị hệ thống."), 0);
}

TEST_F(AppTest, AsksForANewConnectionWhenFramesAreMissing) {
    connect(hall());
    seq += 5;
    call("A045");
    EXPECT_EQ(link.reconnects, 1);
    EXPECT_EQ(sizeOf("A045"), 0);
}

TEST_F(AppTest, TakesAnUndoneCallOffTheScreen) {
    connect(hall());
    call("A045");
    auto waiting = ticket("A045", morning);
    waiting.state = "waiting";
    waiting.counter.reset();
    hear(protocol::EventFrame{++seq, morning, "call_undone", {{"ticket", base::json::encode(waiting)}}});
    EXPECT_NE(sizeOf("A045"), 40);
}

TEST_F(AppTest, FlashesOnceASecondForSixSecondsInTheServersPhase) {
    connect(hall());
    call("A045");
    std::vector<Ticks> turns;
    bool yellow = isYellow();
    EXPECT_TRUE(yellow) << "the server's second has just begun";
    const Ticks start = now;
    for (; now < start + 12'000; now += 10) {
        if (isYellow() == yellow) continue;
        yellow = !yellow;
        turns.push_back(now - start);
    }
    EXPECT_EQ(turns, (std::vector<Ticks>{500, 1'000, 1'500, 2'000, 2'500, 3'000, 3'500, 4'000, 4'500, 5'000,
                                         5'500}));
}

TEST_F(AppTest, DoesNotFlashFasterWhenTheCentresClockRunsFaster) {
    connect(hall(), 60);
    call("A045");
    int turns = 0;
    bool yellow = isYellow();
    const Ticks start = now;
    for (; now < start + 6'000; now += 10) {
        if (isYellow() == yellow) continue;
        yellow = !yellow;
        ++turns;
    }
    EXPECT_LE(turns, 12);
    EXPECT_GE(turns, 10);
}

TEST_F(AppTest, WakesAtTheNextHalfSecondOfAFlashAndElseAtTheMinute) {
    connect(hall());
    call("A045");
    EXPECT_EQ(app.nextChange(now), now + 500);
    now += 30'000;
    view();
    EXPECT_GT(app.nextChange(now).value(), now + 1'000);
}

base::Result<Options> optionsOf(std::vector<std::string> arguments) {
    auto parsed = base::settings::parseProgram(program("1"), arguments);
    if (!parsed) return base::fail(base::Fault::invalidInput, parsed.error().err);
    return readOptions(*parsed);
}

TEST(OptionsTest, NamesWhatIsWrong) {
    const std::string token = "--token-file=" LUOT_SOURCE_DIR "/.editorconfig";
    EXPECT_NE(optionsOf({}).error().what.find("token_file"), std::string::npos);
    EXPECT_NE(optionsOf({token, "--size", "1920"}).error().what.find("1920x1080"), std::string::npos);
    EXPECT_NE(optionsOf({token, "--size", "19x20"}).error().what.find("160"), std::string::npos);
    EXPECT_NE(optionsOf({token, "--theme", "pink"}).error().what.find("theme"), std::string::npos);
    EXPECT_NE(optionsOf({token, "--screenshot", "a.png", "--after", "x"}).error().what.find("--after"),
              std::string::npos);
}

TEST(OptionsTest, ReadsWhatWasAskedFor) {
    const auto options = optionsOf({"--token-file", LUOT_SOURCE_DIR "/.editorconfig", "--server",
                                    "http://10.0.0.2:80", "--size", "3840x2160", "--theme", "high-contrast",
                                    "--language", "en", "--screenshot", "a.png", "--after", "1.5"});
    ASSERT_TRUE(options.has_value()) << options.error().what;
    EXPECT_EQ(options->link.url, "http://10.0.0.2:80");
    EXPECT_EQ(options->loop.look.size, (draw::Size{3840, 2160}));
    EXPECT_TRUE(options->appearance.theme->highContrast);
    EXPECT_EQ(options->appearance.language, "en");
    EXPECT_EQ(options->loop.screenshot->after, std::chrono::milliseconds(1'500));
}

}  // namespace
}  // namespace luot::display
