#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "counter-client/view/Face.hpp"
#include "draw/Painter.hpp"
#include "draw/text/Measure.hpp"
#include "tests/unit/counter/Scene.hpp"

namespace luot::counterclient::test {
namespace {

const base::Wording& wording() {
    static const auto loaded = base::Wording::load(LUOT_SOURCE_DIR "/config/wording");
    if (!loaded) throw std::runtime_error(loaded.error().what);
    return *loaded;
}

std::string readFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Compares with the kept list; LUOT_REWRITE_GOLDEN=1 writes it anew, LUOT_PICTURES=<folder> leaves pictures
/// to look at.
void compare(const draw::DrawList& list, const std::string& name) {
    const std::filesystem::path file = LUOT_SOURCE_DIR "/tests/golden/counter/lists/" + name + ".txt";
    if (const char* folder = std::getenv("LUOT_PICTURES")) {
        for (const auto* theme : {&draw::lightTheme(), &draw::darkTheme()})
            EXPECT_TRUE(draw::paintNew(list, *theme, {720, 1120})
                            .writePng(std::filesystem::path(folder) / (name + "-" + theme->name + ".png")));
    }
    if (std::getenv("LUOT_REWRITE_GOLDEN")) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << list.dump();
    }
    EXPECT_EQ(readFile(file), list.dump()) << "look at the change; LUOT_REWRITE_GOLDEN=1 accepts it";
}

void expectNoTextIsCut(const draw::DrawList& list) {
    for (const auto& command : list.commands) {
        const auto* text = std::get_if<draw::Text>(&command);
        EXPECT_FALSE(text && draw::text::place(*text).cut) << (text ? text->text : "");
    }
}

void fillQueue(Scene& scene) {
    scene.wait("A046", 21, true);
    scene.wait("A047", 13);
    scene.wait("C031", 33);
    scene.wait("B019", 9);
    scene.wait("A048", 7);
    scene.wait("A1000", 4);
}

using Prepare = void (*)(Scene&);

void idle(Scene& scene) {
    fillQueue(scene);
    scene.later(base::Seconds(1));
}

void serving(Scene& scene);

void callEvent(Scene& scene) {
    protocol::EventFrame event;
    event.seq = 400;
    event.name = "ticket_called";
    event.at = scene.now.server;
    event.data = {{"ticket", {{"counter", ownCounter}}}, {"counter", ownCounter}};
    scene.desk.take(event, scene.now);
}

/// Marks of the lanes, and an alert at the foot.
void lanes(Scene& scene) {
    fillQueue(scene);
    const char* const marked[] = {"", "appointment", "bulk", "supplement"};
    for (std::size_t i = 1; i < 4; ++i) scene.hall().waiting[i].lane = marked[i];
    scene.hall().waiting[2].service = "ho-tich";
    scene.hall().alerts = {{"service_unserved", std::nullopt, "dat-dai", std::nullopt}};
    scene.refresh();
}

/// The longest of the sentences on a kiosk's printer.
void printerFault(Scene& scene) {
    fillQueue(scene);
    scene.hall().alerts = {
        {"printer_fault", std::nullopt, std::nullopt, std::nullopt, "kiosk-1", "swallowed"}};
    scene.refresh();
}

void seriesRefused(Scene& scene) {
    fillQueue(scene);
    scene.hall().alerts = {{"series_refused", std::nullopt, std::nullopt, std::nullopt, "kiosk-1"}};
    scene.refresh();
}

void callingWithReason(Scene& scene) {
    fillQueue(scene);
    scene.call("A045", 0);
    protocol::EventFrame event;
    event.seq = 400;
    event.name = "ticket_called";
    event.data = {{"ticket", {{"counter", ownCounter}}},
                  {"reason",
                   {{"code", "priority"},
                    {"text", "Priority, waited 7 min, passed over A012, A013 and 4 others"},
                    {"text_vi", "Ưu tiên, đã chờ 7 phút, bỏ qua A012, A013 và 4 số khác"}}}};
    scene.desk.take(event, scene.now);
    scene.later(base::Seconds(14));
}

void ownOutcomes(Scene& scene) {
    scene.hall().centre.outcomes = {{"received", "Đã tiếp nhận hồ sơ", "Dossier received"},
                                    {"guided", "Đã hướng dẫn", "Guided"}};
    serving(scene);
}

void calling(Scene& scene) {
    fillQueue(scene);
    scene.call("A045", 0);
    callEvent(scene);
    protocol::EventFrame shown;
    shown.name = "call_shown";
    for (const auto* display : {"east", "west"}) {
        shown.data = {{"display", display}, {"call", 400}, {"screen", true}, {"spoken", true}};
        scene.desk.take(shown, scene.now);
    }
    scene.later(base::Seconds(4));
}

void callingUnseen(Scene& scene) {
    fillQueue(scene);
    scene.call("A045", 0);
    callEvent(scene);
    scene.later(base::Seconds(14));
}

void serving(Scene& scene) {
    fillQueue(scene);
    scene.serve("A045", 251);
    scene.hall().serving[0].priority = true;
    scene.hall().serving[0].dossiers = 3;
    scene.refresh();
    scene.type('1');
}

void servingPaused(Scene& scene) {
    scene.serve("A045", 3700);
    scene.counterState("paused");
}

void transfer(Scene& scene) {
    serving(scene);
    scene.press(KeyCode::f5);
    scene.press(KeyCode::down);
}

void transferService(Scene& scene) {
    transfer(scene);
    scene.press(KeyCode::tab);
}

void menu(Scene& scene) {
    calling(scene);
    fillQueue(scene);
    scene.press(KeyCode::f10);
}

void pause(Scene& scene) { scene.press(KeyCode::f9); }

void number(Scene& scene) {
    fillQueue(scene);
    scene.press(KeyCode::f4);
    scene.type('A');
    scene.type('0');
}

void held(Scene& scene) {
    for (const auto* name : {"A030", "B012"}) {
        auto ticket = makeTicket(name, 45);
        ticket.state = *name == 'A' ? "held" : "no_show";
        ticket.counter = ownCounter;
        ticket.endedAt = scene.now.server;
        (*name == 'A' ? scene.hall().held : scene.hall().missed).push_back(ticket);
    }
    scene.refresh();
    scene.press(KeyCode::f6);
}

void paused(Scene& scene) {
    fillQueue(scene);
    scene.hall().counters[1].pauseReason = "meeting";
    scene.counterState("paused");
}

void closed(Scene& scene) {
    fillQueue(scene);
    scene.hall().counters[1].clerk.reset();
    scene.counterState("closed");
}

void offline(Scene& scene) {
    idle(scene);
    scene.desk.linkDown();
}

void offlineServing(Scene& scene) {
    serving(scene);
    scene.desk.linkDown();
}

void alone(Scene& scene) {
    idle(scene);
    scene.desk.linkDown();
    scene.desk.workAlone(3);
}

void aloneServing(Scene& scene) {
    serving(scene);
    scene.desk.linkDown();
    scene.desk.workAlone(0);
}

/// Another counter called the number that was served here without the server.
void doubt(Scene& scene) {
    idle(scene);
    scene.desk.ask(desk::Doubt{"id-A7-012", "A7-012", "serving", 12});
}

void confirmClose(Scene& scene) {
    fillQueue(scene);
    scene.press(KeyCode::f10);
    scene.type('1');
}

struct GoldenCase {
    const char* name;
    Prepare prepare;
};

class FaceTest : public testing::TestWithParam<std::tuple<GoldenCase, const char*>> {};

TEST_P(FaceTest, LooksAsItDid) {
    const auto& [golden, language] = GetParam();
    Scene scene;
    golden.prepare(scene);
    const view::Words words(wording(), language);
    const auto face = view::faceOf({scene.desk, scene.now, words, std::nullopt});
    compare(face.list, std::string(golden.name) + "-" + language);
}

TEST_P(FaceTest, KeepsEverythingInsideTheWindowAndNoTextIsCut) {
    const auto& [golden, language] = GetParam();
    Scene scene;
    golden.prepare(scene);
    const view::Words words(wording(), language);
    const auto face = view::faceOf({scene.desk, scene.now, words, std::nullopt});
    const draw::Rect window{0, 0, view::windowSize.w, view::windowSize.h};
    for (const auto& command : face.list.commands) {
        const auto* text = std::get_if<draw::Text>(&command);
        EXPECT_TRUE(!text || window.encloses(text->box, 0.01)) << (text ? text->text : "");
    }
    expectNoTextIsCut(face.list);
    for (const auto& target : face.targets) EXPECT_TRUE(window.encloses(target.rect, 0.01));
}

constexpr GoldenCase cases[] = {
    {"idle", idle},
    {"lanes", lanes},
    {"printer-fault", printerFault},
    {"series-refused", seriesRefused},
    {"calling", calling},
    {"calling-with-reason", callingWithReason},
    {"serving-own-outcomes", ownOutcomes},
    {"calling-unseen", callingUnseen},
    {"serving", serving},
    {"serving-paused", servingPaused},
    {"transfer", transfer},
    {"transfer-service", transferService},
    {"menu", menu},
    {"pause", pause},
    {"number", number},
    {"held", held},
    {"paused", paused},
    {"closed", closed},
    {"offline", offline},
    {"offline-serving", offlineServing},
    {"alone", alone},
    {"alone-serving", aloneServing},
    {"doubt", doubt},
    {"confirm-close", confirmClose},
};

INSTANTIATE_TEST_SUITE_P(Counter, FaceTest,
                         testing::Combine(testing::ValuesIn(cases), testing::Values("vi", "en")),
                         [](const auto& made) {
                             std::string name = std::get<0>(made.param).name;
                             name += std::string("_") + std::get<1>(made.param);
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(ConnectingFaceTest, SaysThatItIsConnecting) {
    protocol::HallView view;
    const Desk desk(view, {ownCounter, ""});
    const view::Words words(wording(), "vi");
    const auto face = view::faceOf({desk, {0, tenOClock()}, words, std::nullopt});
    compare(face.list, "connecting-vi");
}

TEST(ConnectingFaceTest, SaysWhatToCheckWhenTheServerDoesNotLetItIn) {
    protocol::HallView view;
    Desk desk(view, {ownCounter, ""});
    desk.linkDown();
    for (const auto* language : {"vi", "en"}) {
        const view::Words words(wording(), language);
        const auto face = view::faceOf({desk, {0, tenOClock()}, words, std::nullopt});
        compare(face.list, std::string("refused-") + language);
        expectNoTextIsCut(face.list);
    }
}

}  // namespace
}  // namespace luot::counterclient::test
