#include "counter-client/view/Face.hpp"

#include "counter-client/view/Parts.hpp"

namespace luot::counterclient::view {

namespace {

using desk::KeyCode;
using hall::CounterMode;

constexpr double top = headHeight + padding;
constexpr double columns = (bodyWidth - 8) / 2;

/// Buttons in two columns; returns where the next part may begin.
double drawGrid(Sheet& sheet, double y, double height, std::initializer_list<KeyCode> keys) {
    int index = 0;
    for (const auto key : keys) {
        const double x = bodyLeft + (index % 2) * (columns + 8);
        drawAction(sheet, {x, y + (index / 2) * (height + 8), columns, height}, key);
        ++index;
    }
    return y + ((index + 1) / 2) * (height + 8) - 8;
}

void drawIdle(Sheet& sheet) {
    double y = drawIdleCard(sheet, top);
    y = drawPrimary(sheet, y + gap, 72);
    y = drawGrid(sheet, y + 8, 48, {KeyCode::f3, KeyCode::f4, KeyCode::f6, KeyCode::f9});
    drawQueue(sheet, y + 15);
}

void drawWithTicket(Sheet& sheet, CounterMode mode) {
    double y = drawTicketCard(sheet, top);
    y = drawPrimary(sheet, y + gap, 64);
    y = drawGrid(sheet, y + gap, 44, {KeyCode::f3, KeyCode::f4, KeyCode::f5, KeyCode::f6});
    if (mode == CounterMode::serving) y = drawOutcomes(sheet, y + 6);
    drawQueue(sheet, y + 8);
}

void drawResting(Sheet& sheet, CounterMode mode) {
    double y = drawRestCard(sheet, top);
    y = drawPrimary(sheet, y + gap, 72);
    if (mode != CounterMode::unknown) drawQueue(sheet, y + 15);
}

}  // namespace

Face faceOf(const Subject& subject) {
    Sheet sheet(subject);
    const auto mode = subject.desk.situation().mode;
    drawHead(sheet);
    if (subject.desk.page().kind != desk::PageKind::main)
        drawPage(sheet);
    else if (mode == CounterMode::idle)
        drawIdle(sheet);
    else if (mode == CounterMode::calling || mode == CounterMode::serving)
        drawWithTicket(sheet, mode);
    else
        drawResting(sheet, mode);
    drawFoot(sheet);
    return sheet.take();
}

}  // namespace luot::counterclient::view
