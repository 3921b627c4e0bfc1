#include "counter-client/view/Parts.hpp"

namespace luot::counterclient::view {

namespace {

using desk::PageKind;
using draw::Align;
using draw::Token;

constexpr double buttonsTop = 468;
constexpr double buttonsHeight = 48;
constexpr double half = (bodyWidth - 8) / 2;

std::string here(const Sheet& sheet) {
    const auto* ticket = sheet.desk().situation().ticket;
    return ticket ? ticket->number : std::string();
}

std::string titleOf(const Sheet& sheet) {
    const auto& words = sheet.words();
    switch (sheet.desk().page().kind) {
        case PageKind::transfer:
            return words("clerk.transfer") + " " + here(sheet);
        case PageKind::pauseReasons:
            return words("clerk.pause_reason");
        case PageKind::callNumber:
            return words("clerk.call_by_number");
        case PageKind::heldNumbers:
            return words("clerk.held_numbers");
        case PageKind::outcomes:
            return words("clerk.outcome");
        case PageKind::confirmCancel:
            return words("clerk.cancel_ticket");
        case PageKind::confirmClose:
            return words("clerk.close_counter");
        case PageKind::doubt:
            return words("clerk.doubt_title");
        default:
            return words("clerk.menu");
    }
}

/// What Enter does on the page; empty: the rows are taken by their keys alone.
std::string enterLabel(const Sheet& sheet) {
    const auto& words = sheet.words();
    switch (sheet.desk().page().kind) {
        case PageKind::transfer:
            return words("clerk.transfer");
        case PageKind::pauseReasons:
            return words("clerk.pause");
        case PageKind::callNumber:
        case PageKind::heldNumbers:
            return words("clerk.call");
        case PageKind::confirmCancel:
            return words("clerk.cancel_ticket");
        case PageKind::confirmClose:
            return words("clerk.close_counter");
        default:
            return words("clerk.choose");
    }
}

bool offersReturn(PageKind kind) { return kind == PageKind::transfer || kind == PageKind::heldNumbers; }

bool asksBack(PageKind kind) { return kind == PageKind::confirmCancel || kind == PageKind::confirmClose; }

void drawTitle(Sheet& sheet) {
    const bool mustAnswer = sheet.desk().page().kind == PageKind::doubt;
    if (!mustAnswer) sheet.icon({13, 58, 20, 20}, "back", Token::ink);
    sheet.text({mustAnswer ? bodyLeft : 44.0, 54, 250, 28}, titleOf(sheet),
               {17, 700, Token::ink, Align::left, {0.8, 1, false}});
    if (mustAnswer) return;
    sheet.text({298, 54, 50, 28}, desk::capOf({desk::KeyCode::escape, 0}),
               {12.5, 400, Token::ink2, Align::right});
    sheet.target({0, headHeight, windowSize.w, 46}, {desk::KeyCode::escape, 0});
}

void drawPageButtons(Sheet& sheet) {
    const auto kind = sheet.desk().page().kind;
    draw::Rect right{bodyLeft, buttonsTop, bodyWidth, buttonsHeight};
    if (offersReturn(kind)) {
        drawButton(sheet, {bodyLeft, buttonsTop, half, buttonsHeight},
                   {sheet.words()("clerk.return_queue"), {desk::KeyCode::f8, 0}, false});
        right = {bodyLeft + half + 8, buttonsTop, half, buttonsHeight};
    }
    if (sheet.desk().selectedRow(sheet.desk().rows(sheet.now())) < 0) return;
    drawButton(sheet, right, {enterLabel(sheet), {desk::KeyCode::enter, 0}, true});
}

/// What has been typed so far, in a field of its own.
double drawTyped(Sheet& sheet, double top) {
    const draw::Rect field{bodyLeft, top, bodyWidth, 60};
    sheet.box(field, buttonRadius, Token::surface);
    sheet.frame(field, buttonRadius, Token::primary, 2);
    const auto& typed = sheet.desk().page().typed;
    if (typed.empty())
        sheet.text(field.inset(15, 0), sheet.words()("clerk.type_number"), {15, 400, Token::ink2});
    else
        sheet.number(field.inset(15, 0), typed, {34, 700, Token::ink});
    return field.bottom();
}

void drawSentence(Sheet& sheet, const std::string& text, draw::Fit fit) {
    const draw::Rect card{bodyLeft, 100, bodyWidth, 120};
    sheet.card(card);
    sheet.text(card.inset(15, 10), text, {18, 600, Token::ink, Align::left, fit});
}

void drawQuestion(Sheet& sheet) {
    const auto& words = sheet.words();
    const auto waiting = std::to_string(sheet.desk().view().waitingFor(sheet.desk().counter()).size());
    const auto text = sheet.desk().page().kind == PageKind::confirmClose
                          ? words("clerk.confirm_close", {{"n", waiting}})
                          : words("clerk.confirm_cancel", {{"number", here(sheet)}});
    drawSentence(sheet, text, {0.8, 3, true});
}

/// What the server says of a ticket that was served without it.
void drawDoubt(Sheet& sheet) {
    const auto& doubt = sheet.desk().doubt();
    if (!doubt) return;
    const auto& words = sheet.words();
    const auto number = doubt->number.value_or("?");
    const auto counter = std::to_string(doubt->counter.value_or(0));
    const auto state = words("clerk.doubt_" + (doubt->state.empty() ? std::string("unknown") : doubt->state),
                             {{"counter", counter}});
    drawSentence(sheet, words("clerk.doubt", {{"number", number}, {"state", state}}), {0.7, 4, true});
    drawRows(sheet, 232, 2);
}

}  // namespace

void drawPage(Sheet& sheet) {
    drawTitle(sheet);
    const auto kind = sheet.desk().page().kind;
    if (kind == PageKind::doubt) {
        drawDoubt(sheet);
    } else if (asksBack(kind)) {
        drawQuestion(sheet);
    } else if (kind == PageKind::transfer) {
        const auto& words = sheet.words();
        drawTabs(sheet, 94,
                 {words("clerk.transfer_counter"), words("clerk.transfer_field"), sheet.desk().page().tab});
        drawRows(sheet, 137, desk::rowsShown);
    } else if (kind == PageKind::callNumber) {
        drawRows(sheet, drawTyped(sheet, 96) + gap + 4, desk::rowsShown - 1);
    } else {
        drawRows(sheet, 100, desk::rowsShown);
    }
    drawPageButtons(sheet);
}

}  // namespace luot::counterclient::view
