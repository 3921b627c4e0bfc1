#include <algorithm>

#include "display/view/Views.hpp"
#include "draw/text/Measure.hpp"

namespace luot::display::view {

using draw::Token;

namespace {

constexpr double textSize = 4.2;
constexpr double smallest = 0.85;
constexpr double textLeft = 6.8;   ///< from the content's left edge
constexpr double marksWidth = 24;  ///< kept free for page marks
constexpr double textHeight = 9.6;

draw::Text textOf(const std::string& text, const Layout& layout) {
    return {.box = {layout.left + textLeft, layout.bar.y, layout.right - layout.left - textLeft - marksWidth,
                    textHeight},
            .text = text,
            .size = textSize,
            .color = Token::onBar,
            .fit = {.floor = smallest}};
}

/// One mark a message, the one on screen drawn long.
void addMarks(draw::DrawList& list, const NoticePage& notice, const Layout& layout) {
    constexpr double dot = 1.2;
    constexpr double pill = 3.2;
    constexpr double gap = 1.25;
    if (notice.pages < 2) return;
    const double pitch = std::min(dot + gap, (marksWidth - 4 - pill) / (notice.pages - 1));
    double x = layout.right - pill - pitch * (notice.pages - 1);
    for (int i = 0; i < notice.pages; ++i) {
        const double width = i == notice.page ? pill : dot;
        list.add(draw::Box{.rect = {x, layout.bar.y + textHeight / 2 - dot / 2, width, dot},
                           .radius = dot / 2,
                           .fill = i == notice.page ? Token::call : Token::lineStrong});
        x += width + pitch - dot;
    }
}

}  // namespace

std::vector<std::string> noticeParts(const std::string& text, const Layout& layout) {
    std::vector<std::string> parts;
    std::string part;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        const std::string longer = part.empty() ? word : part + ' ' + word;
        const draw::Text line = textOf(longer, layout);
        const bool fits = draw::text::width(line) * smallest <= line.box.w;
        if (!fits && !part.empty())
            parts.push_back(std::exchange(part, word));
        else
            part = longer;
        at = end + 1;
    }
    parts.push_back(part);
    return parts;
}

void addNoticeBar(draw::DrawList& list, const NoticePage& notice, const Layout& layout, Style style) {
    list.add(draw::Box{.rect = layout.bar, .fill = Token::bar});
    if (style.highContrast) {
        list.add(draw::Box{.rect = {layout.bar.x, layout.bar.y, layout.bar.w, 0.4}, .fill = Token::line});
    }
    if (notice.text.empty()) return;
    list.add(draw::Icon{.box = {layout.left, layout.bar.y + textHeight / 2 - 2.3, 4.6, 4.6},
                        .name = notice.icon,
                        .color = Token::call});
    list.add(textOf(notice.text, layout));
    addMarks(list, notice, layout);
}

}  // namespace luot::display::view
