#pragma once

#include "display/scene/Scene.hpp"
#include "display/view/Layout.hpp"
#include "draw/DrawList.hpp"

/// The parts of the screen as pure functions: what is said and where -> what is drawn.
namespace luot::display::view {

using scene::CallLine;
using scene::Fact;
using scene::Lost;
using scene::NoticePage;
using scene::Rest;
using scene::Scene;
using scene::Words;

/// How strong a card's border is; high contrast asks for more.
struct Style {
    bool highContrast = false;
    double border() const { return highContrast ? 0.4 : 0.15; }
};

/// The whole screen.
draw::DrawList mainHall(const Scene& scene, const Layout& layout, Style style);

void addHead(draw::DrawList& list, const Scene& scene, const Layout& layout);
/// Where a card stands and how it is bordered.
struct CardPlace {
    draw::Rect rect;
    Style style;
};
void addBigCall(draw::DrawList& list, const CallLine& call, const Words& words, const CardPlace& place);
void addHalfCall(draw::DrawList& list, const CallLine& call, const Words& words, const CardPlace& place);
void addRest(draw::DrawList& list, const Rest& rest, const draw::Rect& card, Style style);
void addTable(draw::DrawList& list, const Scene& scene, const draw::Rect& card, Style style);
void addFacts(draw::DrawList& list, const std::vector<Fact>& facts, const draw::Rect& area);
void addNoticeBar(draw::DrawList& list, const NoticePage& notice, const Layout& layout, Style style);
void addLostFrame(draw::DrawList& list, const Scene& scene, const draw::Rect& body, Style style);

/// The part of a notice that fits one line of the bar, from `parts` of it; a short notice has one.
std::vector<std::string> noticeParts(const std::string& text, const Layout& layout);

}  // namespace luot::display::view
