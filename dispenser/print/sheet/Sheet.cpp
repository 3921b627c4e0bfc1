#include "dispenser/print/sheet/Sheet.hpp"

#include <algorithm>

#include "draw/text/Measure.hpp"

namespace luot::dispenser::print::sheet {

namespace {

/// Of the second language, against the first.
constexpr double secondSize = 0.8;

}  // namespace

Sheet::Sheet(const TicketText& text, const TicketPaper& paper)
    : text_(text), paper_(paper), margin_(form::onPaper(paper.form->margin, paper.width)), y_(margin_) {}

draw::DrawList Sheet::lay() {
    list_.ground = draw::Token::surface;
    for (const auto& block : paper_.form->blocks) put(block);
    list_.design = {width(), y_ + margin_};
    return std::move(list_);
}

void Sheet::put(const Block& block) {
    if (block.kind == "text") return text(block);
    if (block.kind == "row") return row(block);
    if (block.kind == "rule") return rule(block);
    if (block.kind == "number") return number(block);
    if (block.kind == "mark") return mark(block);
    if (block.kind == "logo") return logo(block);
    if (block.kind == "turn") return turn(block);
    code(block);
}

double Sheet::leastLetters() const {
    return form::isNarrow(paper_.width) ? form::leastLetters58mm : form::leastLetters80mm;
}

double Sheet::set(draw::Rect column, const std::string& text, draw::Text look) {
    if (text.empty()) return 0;
    look.text = text;
    look.box = column;
    look.valign = draw::VAlign::top;
    look.fit = {.floor = 1, .lines = 12, .wrapFirst = true};
    look.box.h = draw::text::height(look);
    list_.add(look);
    white_ = 0;
    return look.box.h;
}

double Sheet::setBoth(draw::Rect column, const Phrase& phrase, draw::Text look, bool second) {
    const double first = set(column, phrase.first, look);
    if (first == 0 || !second || phrase.second == phrase.first) return first;
    look.size = std::max(leastLetters(), look.size * secondSize);
    column.y += first;
    return first + set(column, phrase.second, look);
}

Phrase Sheet::phraseOf(const Block& block) const {
    Phrase whole;
    for (const auto& name : block.says) {
        const auto& part = text_.of(name);
        if (part.first.empty()) continue;
        if (whole.first.empty()) {
            whole = part;
            continue;
        }
        whole.first = sentence(whole.first) + " " + sentence(part.first);
        if (!part.second.empty()) whole.second = sentence(whole.second) + " " + sentence(part.second);
    }
    return whole;
}

}  // namespace luot::dispenser::print::sheet
