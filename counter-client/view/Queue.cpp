#include "counter-client/hall/Choices.hpp"
#include "counter-client/view/Parts.hpp"

namespace luot::counterclient::view {

namespace {

using draw::Align;
using draw::Token;

constexpr double rowHeight = 32;
constexpr double chipHeight = 32;
constexpr std::size_t chipsShown = 2;

/// The column of marks: priority before all, else the lane that is not the usual one.
void drawLane(Sheet& sheet, const protocol::Ticket& ticket, const draw::Rect& at) {
    if (ticket.priority) return sheet.shape(at, draw::State::priority, Token::priority);
    if (ticket.lane == "appointment") return sheet.shape(at, draw::State::appointment, Token::primary);
    if (ticket.lane == "bulk") return sheet.icon(at.inset(-2), "doc", Token::primary);
    if (ticket.lane == "supplement") return sheet.icon(at.inset(-2), "supplement", Token::primary);
}

void drawWaiting(Sheet& sheet, const protocol::Ticket& ticket, double top) {
    const auto& view = sheet.desk().view();
    sheet.text({bodyLeft, top, 58, rowHeight}, ticket.number, {16, 700, Token::ink});
    drawLane(sheet, ticket, {72, top + 10, 12, 12});
    const auto* service = view.service(ticket.service);
    const auto label = service ? sheet.words().service(*service) : ticket.service;
    sheet.text({96, top, 176, rowHeight}, label, {13, 400, Token::ink2, Align::left, {0.93, 1, false}});
    const auto mark = markOf(hall::gradeOf(ticket, view.hall().centre, sheet.serverNow()));
    if (mark) sheet.shape({279, top + 9, 14, 14}, mark->state, mark->color);
    const auto minutes = std::to_string(hall::secondsSince(ticket.issuedAt, sheet.serverNow()) / 60);
    sheet.text({294, top, 54, rowHeight}, sheet.words()("clerk.minutes_short", {{"n", minutes}}),
               {14, mark ? 600 : 500, mark ? mark->color : Token::ink2, Align::right});
}

/// The outcomes that have a chip: the usual two, or the chosen one in place of the second.
std::vector<std::size_t> chips(const hall::Choices& outcomes, const std::string& chosen) {
    for (std::size_t i = chipsShown; i < outcomes.size(); ++i)
        if (outcomes[i].id == chosen) return {0, i};
    if (outcomes.size() < chipsShown) return {0};
    return {0, 1};
}

double drawChip(Sheet& sheet, const draw::Rect& at, const protocol::Choosable& outcome, std::size_t index) {
    const bool chosen = sheet.desk().outcome() == outcome.id;
    const auto key = desk::characterKey(static_cast<char>('1' + index));
    const Style style{13, 600, chosen ? Token::primary : Token::ink, Align::left, {0.85, 1, false}};
    const auto label = sheet.words()(desk::nameOf(outcome, "clerk.oc_"));
    const double w = std::min(at.w, widthOf(label, style) + 29);
    const draw::Rect chip{at.x, at.y, w, chipHeight};
    sheet.box(chip, buttonRadius, chosen ? Token::primarySoft : Token::surface);
    sheet.frame(chip, buttonRadius, chosen ? Token::primary : Token::lineStrong, chosen ? 2 : 1);
    if (chosen)
        sheet.shape({chip.x + 6, at.y + 10, 12, 12}, draw::State::done, Token::primary);
    else
        sheet.text({chip.x + 8, at.y, 12, chipHeight}, desk::capOf(key), {12, 500, Token::ink2});
    sheet.text({chip.x + 21, at.y, w - 28, chipHeight}, label, style);
    sheet.target(chip, key);
    return w;
}

}  // namespace

double drawTabs(Sheet& sheet, double top, const TabNames& names) {
    constexpr double height = 28;
    const auto styleOf = [&](int tab) {
        const bool chosen = tab == names.chosen;
        return Style{14, chosen ? 600 : 400, chosen ? Token::ink : Token::ink2};
    };
    const double w = widthOf(names.first, styleOf(0));
    const double x = bodyLeft + w + 16;
    const double second = std::min(widthOf(names.second, styleOf(1)), windowSize.w - padding - x);
    sheet.text({bodyLeft, top, w, height}, names.first, styleOf(0));
    sheet.text({x, top, second, height}, names.second, styleOf(1));
    const bool first = names.chosen == 0;
    sheet.box({first ? bodyLeft : x, top + height, first ? w : second, 3}, 0, Token::primary);
    sheet.target({first ? x : bodyLeft, top, first ? second : w, height + 3}, {desk::KeyCode::tab, 0});
    return top + height + 3;
}

double drawOutcomes(Sheet& sheet, double top) {
    sheet.text({bodyLeft, top, bodyWidth, 20}, sheet.words()("clerk.outcome"), {12.5, 400, Token::ink2});
    constexpr double moreWidth = 30;
    double x = bodyLeft;
    const double room = (bodyWidth - moreWidth - 10) / 2;
    double spare = 0;
    const auto outcomes = hall::outcomesOf(sheet.desk().view().hall());
    for (const auto index : chips(outcomes, sheet.desk().outcome())) {
        const double w = drawChip(sheet, {x, top + 22, room + spare, chipHeight}, outcomes[index], index);
        spare = room + spare - w;
        x += w + 5;
    }
    const draw::Rect more{bodyLeft + bodyWidth - moreWidth, top + 22, moreWidth, chipHeight};
    sheet.box(more, buttonRadius, Token::surface);
    sheet.frame(more, buttonRadius, Token::lineStrong, 1);
    sheet.text(more, "…", {14, 600, Token::ink, Align::centre});
    sheet.target(more, desk::characterKey('0'));
    return more.bottom();
}

void drawQueue(Sheet& sheet, double top) {
    const auto& desk = sheet.desk();
    const auto mine = std::to_string(desk.view().waitingFor(desk.counter()).size());
    const auto all = std::to_string(desk.view().hall().waiting.size());
    const auto& words = sheet.words();
    double y = drawTabs(
        sheet, top,
        {words("clerk.my_queue", {{"n", mine}}), words("clerk.hall_queue", {{"n", all}}), desk.queueTab()});
    sheet.box({0, y, windowSize.w, footTop - y}, 0, Token::surface);
    const auto queue = desk.queue();
    if (queue.empty())
        sheet.text({bodyLeft, y, bodyWidth, rowHeight}, words("clerk.queue_empty"), {13, 400, Token::ink2});
    for (auto i = desk.queueTop(); i < queue.size() && y + rowHeight <= footTop; ++i, y += rowHeight) {
        sheet.line(y);
        drawWaiting(sheet, *queue[i], y);
    }
}

}  // namespace luot::counterclient::view
