#include <fmt/format.h>

#include <cctype>
#include <charconv>
#include <optional>

#include "draw/icon/Arc.hpp"
#include "draw/icon/Path.hpp"

namespace luot::draw::icon {
namespace {

using Kind = Segment::Kind;

/// Walks over the text once; `failed()` tells that a number was missing.
class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    base::Result<std::vector<Segment>> run() {
        skip();
        char command = 0;
        while (at_ < text_.size() && !failed_) {
            if (std::isalpha(static_cast<unsigned char>(text_[at_])) != 0) {
                command = text_[at_++];
            } else if (command == 'M' || command == 'm') {
                command = command == 'M' ? 'L' : 'l';  // further points of a move are lines (SVG 1.1, 8.3.2)
            }
            step(command);
            skip();
        }
        if (failed_) {
            return base::fail(base::Fault::invalidInput, fmt::format("path '{}' is wrong at {}", text_, at_));
        }
        return std::move(segments_);
    }

private:
    void step(char command) {
        const bool relative = std::islower(static_cast<unsigned char>(command)) != 0;
        base_ = relative ? now_ : Point{};
        switch (std::toupper(static_cast<unsigned char>(command))) {
            case 'M':
                put({Kind::move, point(), {}, {}});
                start_ = now_;
                break;
            case 'L':
                put({Kind::line, point(), {}, {}});
                break;
            case 'H':
                put({Kind::line, {base_.x + number(), now_.y}, {}, {}});
                break;
            case 'V':
                put({Kind::line, {now_.x, base_.y + number()}, {}, {}});
                break;
            case 'C':
                curve(point());
                break;
            case 'S':
                curve(mirrored());
                break;
            case 'A':
                arc();
                break;
            case 'Z':
                put({Kind::close, start_, {}, {}});
                break;
            default:
                failed_ = true;
        }
    }

    void curve(Point control1) {
        const Point control2 = point();
        put({Kind::curve, point(), control1, control2});
    }

    /// The first control point of a smooth curve: the last one's second, reflected.
    Point mirrored() const {
        if (segments_.empty() || segments_.back().kind != Kind::curve) return now_;
        const Point last = segments_.back().control2;
        return {2 * now_.x - last.x, 2 * now_.y - last.y};
    }

    void arc() {
        const double rx = number();
        const double ry = number();
        number();  // rotation: no drawing of ours turns its ellipses
        const bool large = flag();
        const bool sweep = flag();
        const Point to = point();
        if (failed_ || rx == 0 || ry == 0) {
            failed_ = true;
            return;
        }
        appendArc({now_, to, {rx, ry}, large, sweep}, segments_);
        now_ = to;
    }

    void put(Segment segment) {
        now_ = segment.to;
        segments_.push_back(segment);
    }

    void skip() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == ',')) ++at_;
    }

    Point point() {
        const double x = number();
        return {base_.x + x, base_.y + number()};
    }

    bool flag() {
        skip();
        if (at_ >= text_.size() || (text_[at_] != '0' && text_[at_] != '1')) failed_ = true;
        return !failed_ && text_[at_++] == '1';
    }

    double number() {
        skip();
        double value = 0;
        const auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
        if (error != std::errc{}) failed_ = true;
        at_ = static_cast<std::size_t>(end - text_.data());
        return value;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool failed_ = false;
    Point base_;
    Point now_;
    Point start_;
    std::vector<Segment> segments_;
};

}  // namespace

base::Result<std::vector<Segment>> parsePath(std::string_view path) { return Parser(path).run(); }

}  // namespace luot::draw::icon
