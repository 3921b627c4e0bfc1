#pragma once

#include "display/view/Views.hpp"

/// What the large and the half card of a call have in common.
namespace luot::display::view {

/// The colours of a call's card in the current half of its flash.
struct CardColors {
    draw::Token ground;
    draw::Token label;
    draw::Token service;
    draw::Token number;
    draw::Token block;
    draw::Token blockWords;
    draw::Token blockNumber;

    static CardColors of(const CallLine& call);
};

/// The ground below everything else of a card.
void addGround(draw::DrawList& list, const draw::Rect& card, draw::Token color);
/// The border, which goes above the parts that touch the edge.
void addBorder(draw::DrawList& list, const draw::Rect& card, bool flashOn, Style style);

/// "MỜI SỐ" or the arrow circle with the words of a recall, at the left of the row. Gives the width used.
double addLabel(draw::DrawList& list, const CallLine& call, const Words& words, const draw::Text& style);

/// The pill with diamond and word, its right edge at the right edge of `row`. Gives the width used.
double addPill(draw::DrawList& list, const std::string& word, const draw::Rect& row, double height);

constexpr double cardRadius = 2;
constexpr double cardPadding = 4.55;
constexpr double capitalsSpacing = 0.05;  ///< em

}  // namespace luot::display::view
