#include "dispenser/print/TicketLayout.hpp"

#include <algorithm>
#include <cmath>

#include "dispenser/print/TicketSizes.hpp"
#include "draw/Painter.hpp"
#include "draw/image/Qr.hpp"
#include "draw/text/Measure.hpp"

namespace luot::dispenser::print {

namespace {

using draw::Align;
using draw::Rect;
using draw::Token;
using draw::VAlign;

constexpr double margin = 16;    ///< dots at each side
constexpr double ruleWidth = 3;  ///< nothing on a ticket is thinner than 2 dots

/// Sets the parts one under the other.
class Sheet {
public:
    Sheet(const TicketText& text, int width) : text_(text), sizes_(sizesFor(width)), width_(width) {}
    draw::DrawList lay();

private:
    Rect column() const { return {margin, y_, width_ - 2 * margin, 0}; }
    /// Adds a text of the needed height at the column's place; gives that height.
    double set(Rect column, const std::string& text, draw::Text look);
    void line(const std::string& text, draw::Text look);
    void rule();
    void head();
    void number();
    void bar(const std::string& word, draw::State shape, bool filled);
    void place();
    void turn();
    void turnPart(Rect column, const std::string& label, draw::Text value);
    void tracking();
    void notices();
    void foot();

    const TicketText& text_;
    const TicketSizes& sizes_;
    double width_;
    double y_ = 18;
    draw::DrawList list_;
};

draw::DrawList Sheet::lay() {
    list_.ground = Token::surface;
    head();
    number();
    bar(text_.priorityMark, draw::State::priority, true);
    bar(text_.laneMark, draw::State::appointment, false);
    place();
    turn();
    tracking();
    notices();
    foot();
    list_.design = {width_, y_ + margin};
    return std::move(list_);
}

double Sheet::set(Rect column, const std::string& text, draw::Text look) {
    if (text.empty()) return 0;
    look.text = text;
    look.box = column;
    look.valign = VAlign::top;
    look.fit = {.floor = 0.8, .lines = 4, .wrapFirst = true};
    look.box.h = draw::text::height(look);
    list_.add(look);
    return look.box.h;
}

void Sheet::line(const std::string& text, draw::Text look) { y_ += set(column(), text, std::move(look)); }

void Sheet::rule() {
    y_ += sizes_.gap;
    const double middle = y_ + ruleWidth / 2;
    list_.add(draw::Line{
        .from = {margin, middle}, .to = {width_ - margin, middle}, .color = Token::ink, .width = ruleWidth});
    y_ += ruleWidth + sizes_.gap;
}

void Sheet::head() {
    line(text_.authority, {.box = {}, .text = {}, .size = sizes_.authority, .align = Align::centre});
    line(text_.centre, {.box = {}, .text = {}, .size = sizes_.centre, .weight = 700, .align = Align::centre});
    rule();
    line(text_.heading, {.box = {},
                         .text = {},
                         .size = sizes_.heading,
                         .weight = 700,
                         .align = Align::centre,
                         .spacing = 0.04});
}

/// Set to the height of the digits, not of the line: nothing hangs below them.
void Sheet::number() {
    const double digits = sizes_.number * draw::text::capHeight;
    y_ += 1.5 * sizes_.gap;
    auto box = column();
    box.h = digits + 8;
    list_.add(draw::Text{.box = box,
                         .text = text_.number,
                         .size = sizes_.number,
                         .weight = 800,
                         .align = Align::centre,
                         .valign = VAlign::cap,
                         .fit = {.floor = 0.6}});
    y_ += box.h + 1.5 * sizes_.gap;
}

/// Priority is filled; what the ticket is besides, outlined.
void Sheet::bar(const std::string& word, draw::State shape, bool filled) {
    if (word.empty()) return;
    auto bar = column();
    bar.h = sizes_.bar;
    if (filled)
        list_.add(draw::Box{.rect = bar, .radius = 8, .fill = Token::ink});
    else
        list_.add(draw::Box{
            .rect = bar.inset(ruleWidth / 2), .radius = 8, .stroke = Token::ink, .strokeWidth = ruleWidth});
    const Token ink = filled ? Token::surface : Token::ink;
    draw::Text mark{.box = {},
                    .text = word,
                    .size = sizes_.barText,
                    .weight = 700,
                    .color = ink,
                    .valign = VAlign::cap,
                    .spacing = 0.04};
    const double sign = sizes_.barText * 0.8;
    const double wide = draw::text::width(mark);
    const double left = bar.centre().x - (sign + sizes_.gap + wide) / 2;
    list_.add(
        draw::Shape{.box = {left, bar.centre().y - sign / 2, sign, sign}, .state = shape, .color = ink});
    mark.box = {left + sign + sizes_.gap, bar.y, wide + 2, bar.h};
    list_.add(mark);
    y_ += bar.h + sizes_.gap;
}

void Sheet::place() {
    line(text_.field, {.box = {}, .text = {}, .size = sizes_.field, .weight = 700});
    line(text_.procedure, {.box = {}, .text = {}, .size = sizes_.procedure});
    line(text_.counters, {.box = {}, .text = {}, .size = sizes_.counters, .weight = 700});
    line(text_.nextDay, {.box = {}, .text = {}, .size = sizes_.small, .weight = 700});
}

void Sheet::turn() {
    if (text_.ahead.empty() && text_.turn.empty()) return;
    rule();
    const double top = y_;
    auto left = column();
    const bool both = !text_.ahead.empty() && !text_.turn.empty();
    auto right = left;
    if (both) {
        left.w = width_ * 0.45 - margin;
        right = {left.right() + 2 * sizes_.gap, top, width_ - margin - left.right() - 2 * sizes_.gap, 0};
    }
    turnPart(left, text_.aheadLabel, {.box = {}, .text = text_.ahead, .size = sizes_.ahead, .weight = 700});
    const double afterAhead = y_;
    y_ = top;
    turnPart(right, text_.turnLabel, {.box = {}, .text = text_.turn, .size = sizes_.turn, .weight = 700});
    right.y = y_;
    y_ += set(right, text_.wait, {.box = {}, .text = {}, .size = sizes_.label});
    y_ = std::max(y_, afterAhead);
    if (!both) return;
    const double x = left.right() + sizes_.gap;
    list_.add(draw::Line{.from = {x, top}, .to = {x, y_}, .color = Token::ink, .width = ruleWidth});
}

void Sheet::turnPart(Rect column, const std::string& label, draw::Text value) {
    if (value.text.empty()) return;
    y_ += set(column, label, {.box = {}, .text = {}, .size = sizes_.label});
    value.valign = VAlign::cap;
    y_ += sizes_.gap / 4;
    value.box = {column.x, y_, column.w, value.size};
    value.fit = {.floor = 0.7};
    list_.add(value);
    y_ += value.box.h;
}

void Sheet::tracking() {
    rule();
    const draw::Text issued{.box = {}, .text = {}, .size = sizes_.small, .weight = 700};
    const auto code = text_.trackingUrl.empty() ? base::fail(base::Fault::notFound, "")
                                                : draw::image::qrCode(text_.trackingUrl);
    if (!code) return line(text_.issued, issued);
    const double side = (code->side + 2 * draw::image::QrCode::quietZone) * sizes_.module;
    // The quiet zone reaches into the margins, which are as white as it must be.
    const double overlap = std::min(sizes_.gap, draw::image::QrCode::quietZone * sizes_.module);
    const Rect box{0, y_ - overlap, side, side};
    list_.add(
        draw::Qr{.box = box, .content = text_.trackingUrl, .dark = Token::ink, .light = Token::surface});
    Rect beside{box.right(), y_, width_ - margin - box.right(), 0};
    const double top = y_;
    beside.y +=
        set(beside, text_.trackingLine, {.box = {}, .text = {}, .size = sizes_.small}) + sizes_.gap / 2;
    beside.y += set(beside, text_.issued, issued);
    y_ = std::max(top + side - 2 * overlap, beside.y);
}

void Sheet::notices() {
    rule();
    line(text_.watch, {.box = {}, .text = {}, .size = sizes_.small, .weight = 700});
    for (const auto& notice : text_.notices) {
        y_ += sizes_.gap / 3;
        line(notice, {.box = {}, .text = {}, .size = sizes_.small});
    }
}

/// Hotline and thanks beside each other if they fit, else below each other.
void Sheet::foot() {
    y_ += sizes_.gap;
    const draw::Text hotline{.box = {}, .text = text_.hotline, .size = sizes_.small, .weight = 700};
    const draw::Text thanks{.box = {}, .text = text_.thanks, .size = sizes_.small};
    auto row = column();
    const bool fits = draw::text::width(hotline) + draw::text::width(thanks) + sizes_.gap < row.w;
    if (!fits) {
        line(text_.hotline, hotline);
        return line(text_.thanks, thanks);
    }
    const double left = set(row, text_.hotline, hotline);
    auto right = thanks;
    right.align = Align::right;
    y_ += std::max(left, set(row, text_.thanks, right));
}

}  // namespace

draw::DrawList ticketLayout(const TicketText& text, int width) { return Sheet(text, width).lay(); }

draw::image::Raster ticketRaster(const TicketText& text, int width) {
    auto list = ticketLayout(text, width);
    list.design.h = std::ceil(list.design.h);
    return draw::image::toRaster(draw::paintNew(list, draw::paperTheme(), list.design));
}

}  // namespace luot::dispenser::print
