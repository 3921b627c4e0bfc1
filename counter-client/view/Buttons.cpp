#include "counter-client/view/Parts.hpp"

namespace luot::counterclient::view {

namespace {

using draw::Align;
using draw::Token;

constexpr double capHeight = 20;
constexpr double capText = 12;

/// A button's colours: quiet, primary or held down.
struct Paint {
    Token ground = Token::surface;
    Token text = Token::ink;
    Token icon = Token::primary;
    Token capGround = Token::surface2;
    Token capText = Token::ink2;
    bool framed = true;
};

Paint paintOf(const Sheet& sheet, desk::Key key, bool primary) {
    if (!primary && !sheet.isPressed(key)) return {};
    return {Token::primary, Token::onPrimary, Token::onPrimary, Token::primary, Token::onPrimary, false};
}

/// The key cap at the right; returns where it begins.
double drawCap(Sheet& sheet, const draw::Rect& button, desk::Key key, const Paint& paint) {
    const auto text = desk::capOf(key);
    const double w = std::max(24.0, widthOf(text, {capText, 500}) + 9);
    const draw::Rect cap{button.right() - 10 - w, button.centre().y - capHeight / 2, w, capHeight};
    if (paint.framed)
        sheet.box(cap, 4, paint.capGround);
    else
        sheet.frame(cap, 4, paint.capText, 1);
    sheet.text(cap, text, {capText, 500, paint.capText, Align::centre});
    return cap.x;
}

void drawGround(Sheet& sheet, const draw::Rect& rect, const Paint& paint) {
    sheet.box(rect, paint.framed ? buttonRadius : cardRadius, paint.ground);
    if (paint.framed) sheet.frame(rect, buttonRadius, Token::lineStrong, 1);
}

/// Disabled: still there, dashed, with the reason in it; it answers by saying the same at the foot.
void drawBlocked(Sheet& sheet, const draw::Rect& rect, desk::Key key, const desk::Offer& offer) {
    draw::Box ground;
    ground.rect = rect;
    ground.radius = buttonRadius;
    ground.fill = Token::offSoft;
    ground.stroke = Token::lineStrong;
    ground.strokeWidth = 1;
    ground.dashed = true;
    sheet.add(ground);
    const Paint quiet{Token::offSoft, Token::off, Token::off, Token::offSoft, Token::off, false};
    const double end = drawCap(sheet, rect, key, quiet);
    const double middle = rect.centre().y;
    const draw::Rect upper{rect.x + 11, middle - 19, end - rect.x - 15, 20};
    sheet.text(upper, sheet.words()(desk::nameOf(offer.action)),
               {14, 600, Token::off, Align::left, {0.85, 1, false}});
    sheet.text(upper.moved(0, 18), sheet.words()(offer.blocked),
               {12, 400, Token::off, Align::left, {1, 1, false}});
}

void drawAllowed(Sheet& sheet, const draw::Rect& rect, desk::KeyCode code, desk::Action action) {
    const desk::Key key{code, 0};
    const auto paint = paintOf(sheet, key, false);
    drawGround(sheet, rect, paint);
    const double end = drawCap(sheet, rect, key, paint);
    const auto icon = desk::iconOf(action);
    double x = rect.x + 11;
    if (!icon.empty()) {
        sheet.icon({x, rect.centre().y - 9, 18, 18}, icon, paint.icon);
        x += 26;
    }
    sheet.text({x, rect.y, end - x - 4, rect.h}, sheet.words()(desk::nameOf(action)),
               {14, 600, paint.text, Align::left, {0.8, 2, false}});
}

bool waitsForServer(const Sheet& sheet) {
    return sheet.desk().busy() && sheet.desk().notice(sheet.now()).text.key == "clerk.asking";
}

}  // namespace

double drawPrimary(Sheet& sheet, double top, double height) {
    const desk::Key key{desk::KeyCode::f2, 0};
    const auto offer = sheet.desk().offer(key.code, sheet.now());
    const draw::Rect rect{bodyLeft, top, bodyWidth, height};
    if (!offer) return top - gap;
    sheet.target(rect, key);
    if (!offer->allowed() || waitsForServer(sheet)) {
        const auto reason = offer->allowed() ? desk::Phrase::of("clerk.asking") : offer->blocked;
        drawBlocked(sheet, rect, key, {offer->action, reason});
        return rect.bottom();
    }
    const auto paint = paintOf(sheet, key, true);
    drawGround(sheet, rect, paint);
    const double end = drawCap(sheet, rect, key, paint);
    sheet.icon({rect.x + 12, rect.centre().y - 10, 20, 20}, desk::iconOf(offer->action), paint.icon);
    sheet.text({rect.x + 42, top, end - rect.x - 50, height}, sheet.words()(desk::nameOf(offer->action)),
               {18, 600, paint.text, Align::left, {0.8, 2, false}});
    return rect.bottom();
}

void drawAction(Sheet& sheet, const draw::Rect& rect, desk::KeyCode key) {
    const auto offer = sheet.desk().offer(key, sheet.now());
    if (!offer) return;
    sheet.target(rect, {key, 0});
    if (offer->allowed())
        drawAllowed(sheet, rect, key, offer->action);
    else
        drawBlocked(sheet, rect, {key, 0}, *offer);
}

void drawButton(Sheet& sheet, const draw::Rect& rect, const ButtonFace& face) {
    sheet.target(rect, face.key);
    const auto paint = paintOf(sheet, face.key, face.primary);
    drawGround(sheet, rect, paint);
    const double end = drawCap(sheet, rect, face.key, paint);
    sheet.text({rect.x + 11, rect.y, end - rect.x - 15, rect.h}, face.label,
               {face.primary ? 18.0 : 14.0, 600, paint.text, Align::left, {0.8, 2, false}});
}

}  // namespace luot::counterclient::view
