#include "dispenser/App.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/unit/dispenser/ScriptedLink.hpp"

namespace luot::dispenser {
namespace {

using kiosk::Page;

const base::Wording& wording() {
    static const auto loaded = base::Wording::load(LUOT_SOURCE_DIR "/config/wording");
    if (!loaded) throw std::runtime_error(loaded.error().what);
    return *loaded;
}

/// Prints nothing and says what the test wants.
class ScriptedTicketPrinter final : public print::TicketPrinter {
public:
    bool print(print::PrintOrder order) override {
        if (papers) underWay = papers->left();
        orders.push_back(std::move(order));
        return true;
    }
    void check() override { ++checks; }
    std::optional<print::PrintNews> poll() override { return std::exchange(news, std::nullopt); }

    std::vector<print::PrintOrder> orders;
    PapersUnderWay* papers = nullptr;
    PapersUnderWay::Outcomes underWay;  ///< at the last order
    std::optional<print::PrintNews> news;
    int checks = 0;
};

/// The kiosk as a whole, with a server and a printer that the test plays and a finger that it moves.
class AppTest : public testing::Test {
protected:
    AppTest() { start({}); }
    void start(AppOptions options) {
        options.token = "token";
        options.theme = &draw::lightTheme();
        auto ownLink = std::make_unique<test::ScriptedLink>();
        auto ownPrinter = std::make_unique<ScriptedTicketPrinter>();
        link = ownLink.get();
        printer = ownPrinter.get();
        app = std::make_unique<App>(std::move(options), wording(), std::move(ownLink), std::move(ownPrinter));
        greet();
    }

    void tell(const protocol::ServerMessage& message) {
        link->events.push_back(net::LinkFrame{protocol::encodeMessage(message)});
    }
    void greet() {
        link->connect();
        tell(protocol::Welcome{protocol::protocolVersion, "feed", 5, base::Instant{}, 1});
        protocol::Snapshot snapshot;
        snapshot.seq = 5;
        snapshot.hall.feed = "feed";
        snapshot.hall.seq = 5;
        snapshot.hall.open = snapshot.hall.givesTickets = true;
        snapshot.hall.centre.languages = {"vi", "en"};
        for (const auto* id : {"s1", "s2"})
            snapshot.hall.services.push_back(
                {.id = id, .prefix = "A", .labelVi = id, .labelEn = id, .counters = {}});
        tell(snapshot);
        later(1000);
    }
    void later(ui::Ticks milliseconds) {
        now += milliseconds;
        (void)app->view({now, {1080, 1920}});
    }
    void touch(draw::Point at) {
        app->handle(ui::PointerDown{at}, now);
        app->handle(ui::PointerUp{at}, now);
        (void)app->view({now, {1080, 1920}});
    }
    void press(const std::string& key) {
        app->handle(ui::KeyDown{.key = key}, now);
        (void)app->view({now, {1080, 1920}});
    }
    std::size_t commands() const {
        std::size_t count = 0;
        for (const auto& frame : link->sent) count += frame.find("\"command\"") != std::string::npos ? 1 : 0;
        return count;
    }
    void answer() {
        const auto frame = base::json::parse(link->sent.back()).value().as_object();
        protocol::Ticket ticket;
        ticket.id = "t1";
        ticket.number = "A001";
        ticket.service = "s1";
        ticket.state = "waiting";
        tell(protocol::Reply{std::string(frame.at("id").as_string()), true, base::json::encode(ticket), {}});
        later(1);
    }

    static constexpr draw::Point firstTile{28, 43};
    static constexpr draw::Point yes{54, 102};
    ui::Ticks now = ui::ticksNow();
    test::ScriptedLink* link = nullptr;
    ScriptedTicketPrinter* printer = nullptr;
    std::unique_ptr<App> app;
};

TEST_F(AppTest, LeadsFromATouchedTileToPaper) {
    touch(firstTile);
    EXPECT_EQ(app->kiosk().page(), Page::priority);
    later(1000);
    touch(yes);
    EXPECT_EQ(commands(), 1u);
    EXPECT_NE(link->sent.back().find("\"priority\":true"), std::string::npos);
    answer();
    ASSERT_EQ(printer->orders.size(), 1u);
    EXPECT_EQ(printer->orders.front().text.number, "A001");
    printer->news = print::PrintResult{"t1", {hardware::printer::PrintState::confirmed}};
    later(1);
    EXPECT_EQ(app->kiosk().page(), Page::taken);
    EXPECT_EQ(commands(), 2u);
    later(1000);
    touch({54, 20});
    EXPECT_EQ(app->kiosk().page(), Page::start);
}

TEST_F(AppTest, NotesAPaperBeforeItIsOrdered) {
    PapersUnderWay papers;
    AppOptions noting;
    noting.papers = &papers;
    start(std::move(noting));
    printer->papers = &papers;
    touch(firstTile);
    later(1000);
    touch(yes);
    answer();
    EXPECT_EQ(printer->underWay, (PapersUnderWay::Outcomes{{"t1", "unknown"}}));
    app.reset();
}

TEST_F(AppTest, ShowsTheStaffThatThePaperIsNearItsEnd) {
    AppOptions asking;
    asking.kiosk.asksPrinter = true;
    start(std::move(asking));
    const auto says = [&] {
        const auto shown = app->view({now, {1080, 1920}}).dump();
        return shown.find(wording().text("vi", "error.paper_low")) != std::string::npos;
    };
    EXPECT_FALSE(says());
    printer->news = hardware::printer::Readiness{hardware::printer::PrintFault::paperNearEnd, true, ""};
    later(10);
    EXPECT_TRUE(says());
    printer->news = hardware::printer::Readiness{hardware::printer::PrintFault::none, true, ""};
    later(10);
    EXPECT_FALSE(says());
}

TEST_F(AppTest, SwallowsATouchMeantForThePageBefore) {
    touch(firstTile);
    later(300);
    touch(yes);
    EXPECT_EQ(app->kiosk().page(), Page::priority);
    EXPECT_EQ(commands(), 0u);
}

TEST_F(AppTest, DoesNothingWhenTheFingerSlidesOffTheTile) {
    app->handle(ui::PointerDown{firstTile}, now);
    app->handle(ui::PointerMove{{54, 170}}, now);
    app->handle(ui::PointerUp{{54, 170}}, now);
    EXPECT_EQ(app->kiosk().page(), Page::start);
}

TEST_F(AppTest, IsWorkedByKeysAlone) {
    press("Tab");
    press("Return");
    EXPECT_EQ(app->kiosk().page(), Page::priority);
    later(1000);
    press("Escape");
    EXPECT_EQ(app->kiosk().page(), Page::start);
}

TEST_F(AppTest, ChangesTheLanguageByItsTool) {
    touch({12, 184});
    EXPECT_EQ(app->kiosk().language(), "en");
}

TEST(PressScriptTest, ReadsCitizensAndNamesWhatIsWrong) {
    EXPECT_TRUE(PressScript::parse("chung-thuc,priority;ho-tich;dat-dai,normal"));
    for (const char* wrong : {"", ",priority", "ho-tich,vip"}) {
        const auto script = PressScript::parse(wrong);
        ASSERT_FALSE(script) << wrong;
        EXPECT_EQ(script.error().fault, base::Fault::invalidInput);
    }
}

TEST(PressScriptTest, PressesTheTileThenTheAnswerAndStaysOnTheLastTicket) {
    auto script = PressScript::parse("s1,priority").value();
    const std::vector<ui::touch::Target> start{{"service:s1", {0, 0, 10, 10}}};
    const std::vector<ui::touch::Target> question{{"yes", {0, 20, 10, 10}}, {"no", {0, 40, 10, 10}}};
    EXPECT_FALSE(script.next(Page::start, start, 0));
    EXPECT_EQ(script.next(Page::start, start, 1000), (draw::Point{5, 5}));
    EXPECT_FALSE(script.next(Page::priority, question, 1100));
    EXPECT_EQ(script.next(Page::priority, question, 2000), (draw::Point{5, 25}));
    EXPECT_FALSE(script.next(Page::printing, {}, 3000));
    EXPECT_FALSE(script.next(Page::taken, {{"anywhere", {0, 0, 10, 10}}}, 4000));
    EXPECT_TRUE(script.over());
    EXPECT_FALSE(script.failed());
}

TEST(PressScriptTest, FailsACitizenWhoGetsNoPaper) {
    auto script = PressScript::parse("s1").value();
    (void)script.next(Page::start, {}, 0);
    (void)script.next(Page::start, {}, PressScript::citizenWithin + 1);
    EXPECT_TRUE(script.over());
    EXPECT_TRUE(script.failed());
}

}  // namespace
}  // namespace luot::dispenser
