#include "ui/touch/Focus.hpp"

#include <algorithm>

namespace luot::ui::touch {

void Focus::setOrder(std::vector<std::string> order) {
    order_ = std::move(order);
    if (std::find(order_.begin(), order_.end(), current_) == order_.end()) current_.clear();
}

void Focus::set(std::string id) {
    current_ = std::move(id);
    visible_ = true;
}

void Focus::step(int by) {
    if (order_.empty()) return;
    const auto found = std::find(order_.begin(), order_.end(), current_);
    const auto count = static_cast<std::ptrdiff_t>(order_.size());
    const std::ptrdiff_t from = found == order_.end() ? (by > 0 ? -1 : 0) : found - order_.begin();
    // Keys after a touch first show where the focus stands.
    const std::ptrdiff_t to = visible_ || found == order_.end() ? (from + by + count) % count : from;
    set(order_[static_cast<std::size_t>(to)]);
}

void addFocusRing(draw::DrawList& list, const draw::Rect& around, double radius, RingWidths widths) {
    const double both = widths.inner + widths.outer;
    list.add(draw::Box{.rect = around.inset(-widths.inner),
                       .radius = radius + widths.inner,
                       .stroke = draw::Token::focusHalo,
                       .strokeWidth = widths.inner});
    list.add(draw::Box{.rect = around.inset(-both),
                       .radius = radius + both,
                       .stroke = draw::Token::focus,
                       .strokeWidth = widths.outer});
}

}  // namespace luot::ui::touch
