#include "draw/text/Measure.hpp"

#include "draw/text/Layout.hpp"

namespace luot::draw::text {

Placed place(const Text& text) { return Layout(text).placed(); }

double width(const Text& text) { return Layout(text).naturalWidth(); }

double height(const Text& text) {
    Text free = text;
    free.fit = {.floor = 1, .lines = 1000, .wrapFirst = true};
    return Layout(free).placed().logical.h;
}

}  // namespace luot::draw::text
