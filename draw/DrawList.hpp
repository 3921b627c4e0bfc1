#pragma once

#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "draw/Geometry.hpp"
#include "draw/Theme.hpp"

/// What a screen or a sheet shows, as plain values in design units. A view is a pure function from a state to
/// a list; lists can be compared and dumped as text, so that tests judge them without pixels.
namespace luot::draw {

class Canvas;

/// Which corners of a box are round.
enum class Corners { all, top, bottom, left, right, none };

/// A filled or framed rectangle; the frame lies inside the edge. Edges snap to whole pixels.
struct Box {
    Rect rect;
    double radius = 0;
    std::optional<Token> fill{};
    std::optional<Token> stroke{};
    double strokeWidth = 0.15;
    Corners corners = Corners::all;
    bool dashed = false;
    bool operator==(const Box&) const = default;
};

enum class Align { left, centre, right };
/// `cap` centres the capitals' box (0.714 em), for numbers and capitals; `middle` centres the line boxes
/// (1.36 em).
enum class VAlign { top, middle, bottom, cap };

/// What may be done to a text too wide for its box, in this order: shrink to `floor` times its size in steps
/// of 4 %, wrap into `lines`, end the last line in an ellipsis. `wrapFirst`: wrap before shrinking.
struct Fit {
    double floor = 1;
    int lines = 1;
    bool wrapFirst = false;
    bool operator==(const Fit&) const = default;
};

/// A text in a box, in Noto Sans with tabular lining digits.
struct Text {
    Rect box;
    std::string text;   ///< UTF-8; a line feed begins a new line
    double size = 4.2;  ///< em in units
    int weight = 500;   ///< 400 to 800
    Token color = Token::ink;
    Align align = Align::left;
    VAlign valign = VAlign::middle;
    Fit fit{};
    double spacing = 0;  ///< between letters, in em
    bool operator==(const Text&) const = default;
};

/// A line icon of the table in draw/icon, by name; the box is square or the icon stands in its middle.
struct Icon {
    Rect box;
    std::string name;
    Token color = Token::ink;
    double stroke = 1.8;  ///< on the icon's own box of 24
    bool operator==(const Icon&) const = default;
};

/// A state of a ticket or counter as a shape that needs no colour to be told apart.
enum class State {
    ready,
    serving,
    calling,
    paused,
    closed,
    priority,
    recall,
    appointment,
    warn,
    breach,
    severe,
    held,
    offline,
    done,
};

struct Shape {
    Rect box;
    State state = State::ready;
    Token color = Token::ink;
    bool operator==(const Shape&) const = default;
};

struct Line {
    Point from;
    Point to;
    Token color = Token::line;
    double width = 0.15;  ///< never under one pixel
    bool operator==(const Line&) const = default;
};

/// A QR code of error level M in whole pixels a module with its quiet zone of 4, as large as the box allows.
struct Qr {
    Rect box;
    std::string content;
    Token dark = Token::ink;
    Token light = Token::surface;
    bool operator==(const Qr&) const = default;
};

/// A picture scaled to lie inside the box; compared by name.
struct Picture {
    Rect box;
    std::string name;
    std::shared_ptr<const Canvas> image{};
    bool operator==(const Picture& other) const { return box == other.box && name == other.name; }
};

using Command = std::variant<Box, Text, Icon, Shape, Line, Qr, Picture>;

/// The commands of one screen, painted in order on a ground of one colour.
struct DrawList {
    Size design{192, 108};
    Token ground = Token::bg;
    std::vector<Command> commands;

    template <class T>
    void add(T command) {
        commands.emplace_back(std::move(command));
    }
    void append(const DrawList& other) {
        commands.insert(commands.end(), other.commands.begin(), other.commands.end());
    }
    bool operator==(const DrawList&) const = default;

    /// One line a command, for golden files and messages of tests.
    std::string dump() const;
};

std::string_view stateName(State state);

}  // namespace luot::draw
