#include "display/view/Views.hpp"

namespace luot::display::view {
namespace {

constexpr double gapOfTwo = 1.5;

void addCalls(draw::DrawList& list, const Scene& scene, const draw::Rect& area, Style style) {
    if (scene.cards.empty()) {
        addRest(list, scene.rest, area, style);
    } else if (scene.cards.size() == 1) {
        addBigCall(list, scene.cards.front(), scene.words, {area, style});
    } else {
        draw::Rect rest = area;
        const draw::Rect upper = rest.takeTop((area.h - gapOfTwo) / 2);
        rest.takeTop(gapOfTwo);
        addHalfCall(list, scene.cards[0], scene.words, {upper, style});
        addHalfCall(list, scene.cards[1], scene.words, {rest, style});
    }
}

}  // namespace

draw::DrawList mainHall(const Scene& scene, const Layout& layout, Style style) {
    draw::DrawList list;
    list.design = designSize;
    addHead(list, scene, layout);
    if (scene.lost) {
        addLostFrame(list, scene, layout.body(), style);
    } else {
        addCalls(list, scene, layout.call, style);
        addTable(list, scene, layout.table, style);
        addFacts(list, scene.facts, layout.facts);
    }
    addNoticeBar(list, scene.notice, layout, style);
    return list;
}

}  // namespace luot::display::view
