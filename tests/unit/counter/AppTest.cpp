#include "counter-client/App.hpp"

#include "tests/unit/counter/Scene.hpp"
#include "tests/unit/counter/ScriptedLink.hpp"

namespace luot::counterclient::test {
namespace {

/// A point inside the primary button of the idle page.
constexpr draw::Point onPrimary{180, 190};

class AppTest : public testing::Test {
protected:
    AppTest() {
        auto owned = std::make_unique<ScriptedLink>();
        link = owned.get();
        AppOptions options;
        options.desk = {ownCounter, ""};
        options.language = "vi";
        options.theme = &draw::lightTheme();
        app = std::make_unique<App>(std::move(options), *wording, std::move(owned));
        protocol::Welcome welcome;
        welcome.feed = "feed";
        welcome.seq = 100;
        welcome.now = tenOClock();
        link->events.emplace_back(net::LinkUp{});
        receive(welcome);
        receive(protocol::Snapshot{100, 1, 1, emptyHall()});
        app->handle(ui::Wake{}, now);
        app->view({now, view::windowSize});
    }
    void receive(const protocol::ServerMessage& message) {
        link->events.emplace_back(net::LinkFrame{protocol::encodeMessage(message)});
    }
    bool sentCallNext() const {
        return link->sent.size() == 2 && link->sent[1].find("\"call_next\"") != std::string::npos;
    }

    base::Result<base::Wording> wording = base::Wording::load(LUOT_SOURCE_DIR "/config/wording");
    ScriptedLink* link = nullptr;
    std::unique_ptr<App> app;
    ui::Ticks now = 70000;
};

TEST_F(AppTest, AClickOnThePrimaryButtonIsItsKey) {
    app->handle(ui::PointerDown{onPrimary}, now);
    EXPECT_EQ(link->sent.size(), 1u);
    app->handle(ui::PointerUp{onPrimary}, now);
    EXPECT_TRUE(sentCallNext());
}

TEST_F(AppTest, APressThatSlidesOffDoesNothing) {
    app->handle(ui::PointerDown{onPrimary}, now);
    app->handle(ui::PointerMove{{5, 5}}, now);
    app->handle(ui::PointerUp{{5, 5}}, now);
    EXPECT_EQ(link->sent.size(), 1u);
}

TEST_F(AppTest, AKeyOfTheKeyboardSendsItsCommandOnce) {
    ui::KeyDown key;
    key.key = "F2";
    app->handle(key, now);
    app->handle(key, now + 50);
    EXPECT_TRUE(sentCallNext());
}

TEST_F(AppTest, AButtonHeldDownLooksPressed) {
    const auto before = app->view({now, view::windowSize});
    app->handle(ui::PointerDown{{250, 260}}, now);
    EXPECT_FALSE(app->view({now, view::windowSize}) == before);
    app->handle(ui::PointerMove{{5, 5}}, now);
    EXPECT_TRUE(app->view({now, view::windowSize}) == before);
}

}  // namespace
}  // namespace luot::counterclient::test
