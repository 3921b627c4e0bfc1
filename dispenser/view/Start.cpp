#include "dispenser/view/Parts.hpp"
#include "draw/text/Measure.hpp"

namespace luot::dispenser::view {

namespace {

using draw::Align;
using draw::Rect;
using draw::Token;

constexpr double tileWidth = 49.2;
constexpr double tileHeight = 16.4;
constexpr double tileGap = 1.6;
constexpr Rect firstTile{4, 35.6, tileWidth, tileHeight};

Rect tileAt(int place) {
    return firstTile.moved(place % 2 * (tileWidth + tileGap), place / 2 * (tileHeight + tileGap));
}

/// Where the actions of later issues stand there is room for the way to the other tiles.
void addPaging(Composer& page) {
    const int pages = page.scene.tilePages;
    if (pages < 2) return;
    constexpr Rect row{4, 145.2, 100, 12};
    const auto number = std::to_string(page.scene.tilePage + 1);
    const auto all = std::to_string(pages);
    const auto nameOf = [&](int index) {
        const auto n = std::to_string(index + 1);
        return page.say("kiosk.page", {{"n", n}, {"m", all}});
    };
    if (page.scene.tilePage > 0)
        addLabelButton(page, target::previousPage, {row.x, row.y, 40, row.h},
                       {"back", nameOf(page.scene.tilePage - 1), {}});
    if (page.scene.tilePage + 1 < pages)
        addLabelButton(page, target::nextPage, {row.right() - 40, row.y, 40, row.h},
                       {"fwd", nameOf(page.scene.tilePage + 1), {}});
    page.add(draw::Text{.box = {row.x + 40, row.y, 20, row.h},
                        .text = number + " / " + all,
                        .size = 3.2,
                        .weight = 600,
                        .color = Token::ink2,
                        .align = Align::centre});
}

constexpr Rect strip{4, 15, 100, 11.6};
constexpr Rect stripMark{strip.x + 3.6, strip.y + strip.h / 2 - 2.8, 5.6, 5.6};

/// The mark's colour is the strip's.
template <class Mark>
void addStrip(Composer& page, const std::string& text, Token soft, Mark mark) {
    page.add(draw::Box{.rect = strip, .radius = 2, .fill = soft, .stroke = mark.color, .strokeWidth = 0.3});
    page.add(std::move(mark));
    page.add(draw::Text{.box = {strip.x + 12, strip.y, strip.w - 15, strip.h},
                        .text = text,
                        .size = 3.2,
                        .weight = 600,
                        .fit = {.floor = 0.8, .lines = 2}});
}

/// That the server is away: numbers are the kiosk's own, and valid.
void addAloneStrip(Composer& page) {
    addStrip(page, page.say("error.server_down"), Token::warnSoft,
             draw::Shape{.box = stripMark, .state = draw::State::offline, .color = Token::warn});
}

/// That no number was lost.
void addRestartStrip(Composer& page, const protocol::Restart& restart) {
    const auto waiting = std::to_string(restart.waiting);
    addStrip(page, page.say("error.power", {{"n", waiting}}), Token::okSoft,
             draw::Icon{.box = stripMark, .name = "check", .color = Token::ok, .stroke = 2.4});
}

bool isNews(const std::optional<protocol::Restart>& restart, base::Instant now) {
    return restart && now - restart->at < protocol::restartIsNewsFor;
}

/// Room for two lines, or for one below the strip.
void addQuestion(Composer& page) {
    draw::Text question{.box = {4, 15.4, 100, 17.6},
                        .text = page.say("kiosk.choose_field"),
                        .size = 6,
                        .weight = 700,
                        .fit = {.floor = 0.75, .lines = 2, .wrapFirst = true}};
    const auto& restart = page.scene.hall.restart;
    const bool restarted = isNews(restart, page.scene.now);
    if (page.scene.alone) addAloneStrip(page);
    if (!page.scene.alone && restarted) addRestartStrip(page, *restart);
    if (page.scene.alone || restarted) {
        question.box = {4, 27.4, 100, 7.6};
        question.fit = {.floor = 0.6};
    }
    page.add(std::move(question));
}

/// A small line in the middle, with its icon before it.
void addNote(Composer& page, double y, const std::string& words, draw::Icon icon) {
    draw::Text text{.box = {}, .text = words, .size = 2.7, .color = Token::ink2};
    const double wide = std::min(draw::text::width(text), 92.0);
    const double left = 54 - (wide + 4.4) / 2;
    icon.box = {left, y + 0.3, 3.4, 3.4};
    page.add(std::move(icon));
    text.box = {left + 4.4, y, wide + 0.4, 4};
    text.fit = {.floor = 0.8};
    page.add(std::move(text));
}

/// For whoever of the staff passes by; citizens get their ticket all the same. There is room for one: the
/// paper ends first.
void addNoteForStaff(Composer& page) {
    const bool paper = page.scene.paperLow;
    if (!paper && !page.scene.digitIsTaken) return;
    addNote(page, 170.2, page.say(paper ? "error.paper_low" : "error.no_series"),
            {.box = {}, .name = paper ? "printer" : "warn", .color = Token::warn});
}

}  // namespace

void addStart(Composer& page) {
    addHead(page);
    addQuestion(page);
    int place = 0;
    for (const auto* service : kiosk::tilesOnPage(page.scene.hall, page.scene.settings, page.scene.tilePage))
        addTile(page, *service, tileAt(place++));
    addPaging(page);
    addNote(page, 165, page.say("kiosk.privacy"),
            {.box = {}, .name = "check", .color = Token::ok, .stroke = 2.4});
    addNoteForStaff(page);
    addToolBar(page);
}

}  // namespace luot::dispenser::view
