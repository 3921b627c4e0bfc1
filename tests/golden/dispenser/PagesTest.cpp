#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

#include "dispenser/view/Scene.hpp"
#include "draw/Painter.hpp"
#include "draw/text/Measure.hpp"
#include "tests/golden/dispenser/Example.hpp"

namespace luot::dispenser::test {
namespace {

using kiosk::Page;

std::string readFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Compares with the kept list; LUOT_REWRITE_GOLDEN=1 writes it anew, LUOT_PICTURES=<folder> leaves pictures
/// to look at.
void compare(const draw::DrawList& list, const std::string& name) {
    const std::filesystem::path file = LUOT_SOURCE_DIR "/tests/golden/dispenser/lists/" + name + ".txt";
    if (const char* folder = std::getenv("LUOT_PICTURES")) {
        EXPECT_TRUE(draw::paintNew(list, draw::lightTheme(), {1080, 1920})
                        .writePng(std::filesystem::path(folder) / (name + ".png")));
    }
    if (std::getenv("LUOT_REWRITE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << list.dump();
    }
    EXPECT_EQ(readFile(file), list.dump()) << "look at the change; LUOT_REWRITE_GOLDEN=1 accepts it";
}

void expectNoTextIsCut(const draw::DrawList& list) {
    for (const auto& command : list.commands) {
        const auto* text = std::get_if<draw::Text>(&command);
        EXPECT_FALSE(text != nullptr && draw::text::place(*text).cut) << (text != nullptr ? text->text : "");
    }
}

/// Millimetres of a 21.5 in portrait screen: 1 u = 2.48 mm; a finger needs 20 each way.
void expectTargetsFitAFinger(const view::Drawn& drawn) {
    for (const auto& target : drawn.targets) {
        EXPECT_GE(target.area.w * 2.48, 20) << target.id;
        EXPECT_GE(target.area.h * 2.48, 20) << target.id;
        EXPECT_TRUE(draw::Rect({0, 0, 108, 192}).encloses(target.area)) << target.id;
    }
}

struct Case {
    std::string name;
    Page page;
    std::function<void(protocol::Hall&, view::Scene&)> prepare = [](auto&, auto&) {};
};

void estimate(protocol::Service& service, int p50, int p90) {
    service.estimate = protocol::Estimate{p50 * 60, p90 * 60};
}

/// Estimates of every kind, services that are closed for today or until the afternoon, a counter that is
/// away.
void variety(protocol::Hall& hall, view::Scene&) {
    estimate(hall.services[0], 18, 27);
    estimate(hall.services[1], 8, 13);
    estimate(hall.services[2], 0, 4);
    estimate(hall.services[5], 0, 0);
    hall.services[3].open = hall.services[4].open = hall.services[6].open = false;
    hall.services[3].opensAt = *base::parseInstant("2026-11-23T13:15:00+07:00");
    hall.services[4].opensAt = *base::parseInstant("2026-11-24T07:15:00+07:00");
    hall.services[7].counters = {10};
    hall.counters[0].state = "open";
}

void withTicket(protocol::Hall&, view::Scene& scene) { scene.ticket = exampleTicket(); }

void close(protocol::Hall& hall, const char* next) {
    hall.givesTickets = false;
    hall.nextSession = *base::parseInstant(next);
}

/// Each fault before a number is made and after it.
void addFaults(std::vector<Case>& cases) {
    for (const auto fault : hardware::printer::allPrintFaults()) {
        if (!stopsPrinting(fault)) continue;
        std::string name(nameOf(fault));
        std::replace(name.begin(), name.end(), '_', '-');
        cases.push_back({"print-fault-" + name, Page::printFault, [fault](auto& hall, auto& scene) {
                             withTicket(hall, scene);
                             scene.fault = fault;
                             scene.secondsLeft = 60;
                         }});
        if (fault == hardware::printer::PrintFault::swallowed) continue;  // only a ticket shows it
        cases.push_back(
            {"no-paper-" + name, Page::noPaper, [fault](auto&, auto& scene) { scene.fault = fault; }});
    }
}

std::vector<Case> pages() {
    return {
        {"start", Page::start},
        {"start-second-page", Page::start, [](auto&, auto& scene) { scene.tilePage = 1; }},
        {"start-pressed", Page::start, [](auto&, auto& scene) { scene.pressed = "service:ho-tich"; }},
        {"start-focused", Page::start, [](auto&, auto& scene) { scene.focused = "service:dat-dai"; }},
        {"start-closed-and-estimates", Page::start, variety},
        {"start-paper-low", Page::start, [](auto&, auto& scene) { scene.paperLow = true; }},
        {"start-digit-taken", Page::start, [](auto&, auto& scene) { scene.digitIsTaken = true; }},
        {"start-alone", Page::start, [](auto&, auto& scene) { scene.alone = true; }},
        {"start-alone-for-long", Page::start,
         [](auto& hall, auto& scene) {
             variety(hall, scene);
             scene.alone = scene.countsAreOld = true;
         }},
        {"taken-alone", Page::taken,
         [](auto& hall, auto& scene) {
             withTicket(hall, scene);
             scene.ticket->number = "A7-012";
             scene.ticket->offline = protocol::OfflineNumber{7, "2026-11-23", 12};
             scene.ticket->ahead.reset();
             scene.ticket->estimate.reset();
             scene.secondsLeft = 6;
         }},
        {"start-restarted", Page::start,
         [](auto& hall, auto& scene) {
             hall.restart = protocol::Restart{12, scene.now - base::Minutes(1)};
         }},
        {"field-closed", Page::fieldClosed,
         [](auto& hall, auto& scene) {
             variety(hall, scene);
             scene.service = "lao-dong-xa-hoi";
             scene.secondsLeft = 20;
         }},
        {"field-closed-today", Page::fieldClosed,
         [](auto& hall, auto& scene) {
             variety(hall, scene);
             scene.service = "y-te";
         }},
        {"priority", Page::priority},
        {"priority-timeout", Page::priority, [](auto&, auto& scene) { scene.secondsLeft = 12; }},
        {"asking", Page::printing},
        {"printing", Page::printing, withTicket},
        {"taken", Page::taken,
         [](auto& hall, auto& scene) {
             withTicket(hall, scene);
             scene.secondsLeft = 6;
         }},
        {"taken-next-day", Page::taken,
         [](auto& hall, auto& scene) {
             withTicket(hall, scene);
             scene.ticket->nextDay = true;
             scene.ticket->ahead = 0;
             scene.ticket->estimate = protocol::Estimate{0, 0};
             hall.centre.nextDayNoticeVi =
                 "Hồ sơ tiếp nhận sau 15 giờ được trả kết quả trong ngày làm việc tiếp theo";
             hall.centre.nextDayNoticeEn =
                 "Dossiers received after 15:00 are completed on the next working day";
             scene.secondsLeft = 6;
         }},
        {"taken-five-characters", Page::taken,
         [](auto& hall, auto& scene) {
             withTicket(hall, scene);
             scene.ticket->number = "B1000";
             scene.ticket->priority = false;
             scene.ticket->estimate.reset();
             scene.slot = "right";
         }},
        {"print-fault", Page::printFault,
         [](auto& hall, auto& scene) {
             withTicket(hall, scene);
             scene.secondsLeft = 60;
         }},
        {"print-unknown", Page::taken,
         [](auto& hall, auto& scene) {
             withTicket(hall, scene);
             scene.unconfirmed = true;
             scene.secondsLeft = 6;
         }},
        {"no-paper-refused", Page::noPaper,
         [](auto&, auto& scene) { scene.fault = hardware::printer::PrintFault::coverOpen; }},
        {"no-paper-timeout", Page::noPaper,
         [](auto&, auto& scene) {
             scene.fault = hardware::printer::PrintFault::paperEnd;
             scene.secondsLeft = 12;
         }},
        {"refused", Page::refused,
         [](auto&, auto& scene) {
             scene.refusal =
                 "Lĩnh vực \"Hộ tịch\" đã hết lượt tiếp nhận buổi này. Mời Ông/Bà quay lại từ 13:15 "
                 "hoặc hỏi cán bộ hướng dẫn.";
             scene.secondsLeft = 20;
         }},
        {"lunch", Page::closed, [](auto& hall, auto&) { close(hall, "2026-11-23T13:15:00+07:00"); }},
        {"too-early", Page::closed,
         [](auto& hall, auto&) {
             hall.open = false;
             close(hall, "2026-11-23T13:15:00+07:00");
         }},
        {"closed", Page::closed, [](auto& hall, auto&) { close(hall, "2026-11-24T07:15:00+07:00"); }},
        {"out-of-service", Page::outOfService},
    };
}

std::vector<Case> cases() {
    auto all = pages();
    addFaults(all);
    return all;
}

using PagesTest = testing::TestWithParam<std::tuple<Case, std::string>>;

TEST_P(PagesTest, LooksAsKept) {
    const auto& [one, language] = GetParam();
    auto hall = exampleHall();
    kiosk::KioskSettings settings;
    settings.guideService = "huong-dan";
    if (one.name == "no-paper-refused") settings.withoutPaper = kiosk::WithoutPaper::refuse;
    view::Scene scene{.hall = hall, .wording = wording(), .settings = settings};
    scene.page = one.page;
    scene.language = language;
    scene.clock = "09:42";
    scene.now = exampleNow();
    scene.tilePages = 2;
    one.prepare(hall, scene);
    const auto drawn = view::drawPage(scene);
    expectNoTextIsCut(drawn.list);
    expectTargetsFitAFinger(drawn);
    compare(drawn.list, one.name + "-" + language);
}

INSTANTIATE_TEST_SUITE_P(AllPages, PagesTest,
                         testing::Combine(testing::ValuesIn(cases()), testing::Values("vi", "en")),
                         [](const auto& tested) {
                             auto name = std::get<0>(tested.param).name + "_" + std::get<1>(tested.param);
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(PagesTextTest, ShowNoNumberBeforeItExists) {
    const auto hall = exampleHall();
    const kiosk::KioskSettings settings;
    view::Scene scene{.hall = hall, .wording = wording(), .settings = settings};
    scene.page = Page::printing;
    scene.language = "vi";
    const auto drawn = view::drawPage(scene);
    for (const auto& command : drawn.list.commands) {
        const auto* text = std::get_if<draw::Text>(&command);
        EXPECT_FALSE(text != nullptr && text->size > 20) << (text != nullptr ? text->text : "");
    }
    EXPECT_TRUE(drawn.targets.empty());
}

}  // namespace
}  // namespace luot::dispenser::test
