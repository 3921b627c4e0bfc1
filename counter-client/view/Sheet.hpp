#pragma once

#include <string>

#include "counter-client/view/Face.hpp"

namespace luot::counterclient::view {

// Distances of the client in dip.
constexpr double headHeight = 44;
constexpr double footHeight = 32;
constexpr double padding = 12;
constexpr double gap = 10;
constexpr double bodyLeft = padding;
constexpr double bodyWidth = 336;  ///< windowSize less the padding
constexpr double cardRadius = 10;
constexpr double buttonRadius = 8;
constexpr double tileRadius = 6;
constexpr double footTop = 528;

/// How a piece of text looks, apart from its place.
struct Style {
    double size = 14;
    int weight = 400;
    draw::Token color = draw::Token::ink;
    draw::Align align = draw::Align::left;
    draw::Fit fit{0.7, 1, false};
};

/// A face in the making, with what it is made from.
class Sheet {
public:
    explicit Sheet(const Subject& subject) : subject_(subject) { face_.list.design = windowSize; }

    const desk::Desk& desk() const { return subject_.desk; }
    const hall::Moment& now() const { return subject_.now; }
    const Words& words() const { return subject_.words; }
    const Subject& subject() const { return subject_; }
    base::Instant serverNow() const { return subject_.now.server; }

    void text(const draw::Rect& box, std::string what, const Style& style);
    /// A number that stands on its digits' height.
    void number(const draw::Rect& box, std::string what, const Style& style);
    void box(const draw::Rect& rect, double radius, draw::Token fill);
    void card(const draw::Rect& rect);
    void frame(const draw::Rect& rect, double radius, draw::Token stroke, double width);
    /// The two rings of the focus around `rect`.
    void focus(const draw::Rect& rect, double radius);
    void icon(const draw::Rect& box, std::string_view name, draw::Token color);
    void shape(const draw::Rect& box, draw::State state, draw::Token color);
    void line(double y, draw::Token color = draw::Token::line);
    void add(draw::Box box) { face_.list.add(std::move(box)); }
    void target(const draw::Rect& rect, desk::Key key) { face_.targets.push_back({rect, key, -1}); }
    void rowTarget(const draw::Rect& rect, int row) { face_.targets.push_back({rect, {}, row}); }
    bool isPressed(desk::Key key) const { return subject_.pressed && subject_.pressed->key == key; }

    Face take() { return std::move(face_); }

private:
    Subject subject_;
    Face face_;
};

/// Width of the text in that style, in dip.
double widthOf(const std::string& what, const Style& style);

/// "04:12", "1:02:07" from an hour on.
std::string clockText(std::int64_t seconds);

}  // namespace luot::counterclient::view
