#pragma once

#include "counter-client/view/Sheet.hpp"

/// The parts of the window; those that stack return where the next one may begin.
namespace luot::counterclient::view {

void drawHead(Sheet& sheet);
void drawFoot(Sheet& sheet);

// Cards at the top of the main page.
double drawIdleCard(Sheet& sheet, double top);
double drawTicketCard(Sheet& sheet, double top);
/// Closed, paused, or no picture of the hall yet.
double drawRestCard(Sheet& sheet, double top);

/// The primary button of the moment, as wide as the body.
double drawPrimary(Sheet& sheet, double top, double height);
/// A button of the main page for `key`; draws nothing when the key has no action.
void drawAction(Sheet& sheet, const draw::Rect& rect, desk::KeyCode key);

/// A button on a page: what it says and its key.
struct ButtonFace {
    std::string label;
    desk::Key key;
    bool primary = false;
};
void drawButton(Sheet& sheet, const draw::Rect& rect, const ButtonFace& face);

double drawOutcomes(Sheet& sheet, double top);
/// Tabs and rows of those who wait, down to the foot.
void drawQueue(Sheet& sheet, double top);

/// A page that lies over the main page.
void drawPage(Sheet& sheet);
void drawRows(Sheet& sheet, double top, std::size_t most);

/// The two names side by side, the chosen one underlined; a press on the other is Tab. Returns the
/// underline's bottom.
struct TabNames {
    std::string first;
    std::string second;
    int chosen = 0;
};
double drawTabs(Sheet& sheet, double top, const TabNames& names);

/// Shape and colour of a counter's mode, and of a wait.
struct Mark {
    draw::State state = draw::State::closed;
    draw::Token color = draw::Token::off;
};
Mark markOf(hall::CounterMode mode);
std::optional<Mark> markOf(hall::WaitGrade grade);

}  // namespace luot::counterclient::view
