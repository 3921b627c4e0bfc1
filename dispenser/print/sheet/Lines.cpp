#include <algorithm>

#include "dispenser/print/sheet/Sheet.hpp"
#include "draw/text/Measure.hpp"

namespace luot::dispenser::print::sheet {

namespace {

constexpr double ruleWidth = 3;  ///< nothing on a ticket is thinner than 2 dots

draw::Align alignOf(const std::string& name) {
    if (name == "centre") return draw::Align::centre;
    return name == "right" ? draw::Align::right : draw::Align::left;
}

}  // namespace

void Sheet::text(const Block& block) {
    const auto phrase = phraseOf(block);
    if (phrase.first.empty()) return;
    y_ += on(block.gap);
    const draw::Text look{.box = {},
                          .text = {},
                          .size = on(block.size),
                          .weight = block.bold ? 700 : 500,
                          .align = alignOf(block.align),
                          .spacing = block.spacing};
    y_ += setBoth(column(), phrase, look, block.second);
}

/// The first bold at the left, the last at the right if they fit beside each other, else below each other.
void Sheet::row(const Block& block) {
    std::vector<std::string> words;
    for (const auto& name : block.says)
        if (!text_.of(name).first.empty()) words.push_back(text_.of(name).first);
    if (words.empty()) return;
    y_ += on(block.gap);
    const auto look = [&](std::size_t i) {
        return draw::Text{.box = {}, .text = words[i], .size = on(block.size), .weight = i == 0 ? 700 : 500};
    };
    const double between = on(block.size) / 2;
    const bool fits =
        words.size() == 2 && draw::text::width(look(0)) + draw::text::width(look(1)) + between < column().w;
    if (!fits) {
        for (std::size_t i = 0; i < words.size(); ++i) y_ += set(column(), words[i], look(i));
        return;
    }
    const double left = set(column(), words[0], look(0));
    auto right = look(1);
    right.align = draw::Align::right;
    y_ += std::max(left, set(column(), words[1], right));
}

void Sheet::rule(const Block& block) {
    y_ += std::max(0.0, on(block.gap) - white_);
    const double middle = y_ + ruleWidth / 2;
    list_.add(draw::Line{.from = {margin_, middle},
                         .to = {width() - margin_, middle},
                         .color = draw::Token::ink,
                         .width = ruleWidth});
    white_ = on(block.gap);
    y_ += ruleWidth + white_;
}

}  // namespace luot::dispenser::print::sheet
