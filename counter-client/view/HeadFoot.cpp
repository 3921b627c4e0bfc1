#include "counter-client/view/Parts.hpp"

namespace luot::counterclient::view {

namespace {

using draw::Token;

constexpr double footText = 13;

struct HeadColors {
    Token ground = Token::bar;
    Token text = Token::onBar;
    Token quiet = Token::onBar2;
};

/// Without the server the whole head says so.
HeadColors colorsOf(const desk::Desk& desk) {
    if (desk.online() || !desk.lost()) return {};
    return {Token::warn, Token::surface, Token::surface};
}

std::string modeText(const Sheet& sheet, const hall::Situation& here) {
    const auto& words = sheet.words();
    switch (here.mode) {
        case hall::CounterMode::calling:
            return words("clerk.call_nth", {{"n", std::to_string(here.ticket->calls)}});
        case hall::CounterMode::serving:
            return words("clerk.serving");
        case hall::CounterMode::idle:
            return words("display.counter_open");
        case hall::CounterMode::paused:
            return words("clerk.paused");
        case hall::CounterMode::closed:
            return words("display.counter_closed");
        case hall::CounterMode::unknown:
            return words("clerk.connecting");
    }
    return {};
}

void drawMode(Sheet& sheet, const HeadColors& colors) {
    const auto here = sheet.desk().situation();
    const bool lost = sheet.desk().lost() && !sheet.desk().online();
    const bool offline = lost && here.mode != hall::CounterMode::unknown;
    const auto state = lost ? draw::State::offline : markOf(here.mode).state;
    const bool calls = state == draw::State::calling;
    sheet.shape({92, 15, 14, 14}, state, calls ? Token::call : colors.text);
    const auto text = offline ? sheet.words()("clerk.link_lost") : modeText(sheet, here);
    sheet.text({112, 8, 120, 28}, text, {15, 600, colors.text});
}

Token signColor(desk::Sign sign) {
    switch (sign) {
        case desk::Sign::warn:
        case desk::Sign::offline:
            return Token::warn;
        case desk::Sign::done:
            return Token::ok;
        default:
            return Token::ink2;
    }
}

void drawSign(Sheet& sheet, desk::Sign sign, const draw::Rect& box) {
    switch (sign) {
        case desk::Sign::none:
            return;
        case desk::Sign::undo:
            return sheet.icon(box, "undo", Token::ink2);
        case desk::Sign::done:
            return sheet.shape(box, draw::State::done, Token::ok);
        case desk::Sign::warn:
            return sheet.shape(box, draw::State::warn, Token::warn);
        case desk::Sign::offline:
            return sheet.shape(box, draw::State::offline, Token::warn);
    }
}

}  // namespace

Mark markOf(hall::CounterMode mode) {
    switch (mode) {
        case hall::CounterMode::calling:
            return {draw::State::calling, Token::ok};
        case hall::CounterMode::serving:
            return {draw::State::serving, Token::ok};
        case hall::CounterMode::idle:
            return {draw::State::ready, Token::ok};
        case hall::CounterMode::paused:
            return {draw::State::paused, Token::off};
        default:
            return {draw::State::closed, Token::off};
    }
}

std::optional<Mark> markOf(hall::WaitGrade grade) {
    switch (grade) {
        case hall::WaitGrade::fine:
            return std::nullopt;
        case hall::WaitGrade::warn:
            return Mark{draw::State::warn, Token::warn};
        case hall::WaitGrade::breach:
            return Mark{draw::State::breach, Token::danger};
        case hall::WaitGrade::severe:
            return Mark{draw::State::severe, Token::danger};
    }
    return std::nullopt;
}

void drawHead(Sheet& sheet) {
    const auto colors = colorsOf(sheet.desk());
    sheet.box({0, 0, windowSize.w, headHeight}, 0, colors.ground);
    sheet.box({bodyLeft, 8, 72, 28}, tileRadius, Token::surface);
    const auto chip = sheet.words()("clerk.counter", {{"counter", std::to_string(sheet.desk().counter())}});
    sheet.text({bodyLeft + 4, 8, 64, 28}, chip, {15, 700, Token::ink, draw::Align::centre});
    drawMode(sheet, colors);
    const auto* counter = sheet.desk().situation().counter;
    const auto clerk = counter && counter->clerk ? *counter->clerk : sheet.desk().clerk();
    sheet.text({236, 8, 82, 28}, clerk, {13, 400, colors.quiet, draw::Align::right, {0.85, 1, false}});
    sheet.icon({327, 12, 20, 20}, "menu", colors.text);
    sheet.target({322, 0, 38, headHeight}, {desk::KeyCode::f10, 0});
}

void drawFoot(Sheet& sheet) {
    const auto notice = sheet.desk().notice(sheet.now());
    const bool warns = notice.sign == desk::Sign::warn || notice.sign == desk::Sign::offline;
    const draw::Rect foot{0, footTop, windowSize.w, footHeight};
    sheet.box(foot, 0, warns ? Token::warnSoft : Token::surface2);
    if (notice.text.empty()) return;
    drawSign(sheet, notice.sign, {padding, footTop + 8, 16, 16});
    auto text = sheet.words()(notice.text);
    if (!notice.subject.empty()) text = sheet.words()(notice.subject) + ": " + text;
    const double left = notice.sign == desk::Sign::none ? padding : 36;
    const auto color = notice.sign == desk::Sign::done ? Token::ink2 : signColor(notice.sign);
    sheet.text({left, footTop, windowSize.w - left - padding, footHeight}, text,
               {footText, warns ? 600 : 400, color, draw::Align::left, {0.92, 2, false}});
    if (notice.sign == desk::Sign::undo) sheet.target(foot, {desk::KeyCode::undo, 0});
}

}  // namespace luot::counterclient::view
