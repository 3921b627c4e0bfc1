#include "ui/touch/Press.hpp"

#include <utility>

namespace luot::ui::touch {

void Press::down(std::string_view target, Ticks now, bool repeats) {
    held_.clear();
    inside_ = false;
    if (acted_ && !repeats && now - *acted_ < secondTouchAfter) return;
    if (pageSince_ && now - *pageSince_ < touchAfterNewPage) return;
    held_ = target;
    inside_ = !target.empty();
    repeats_ = repeats;
}

void Press::move(std::string_view target) { inside_ = !held_.empty() && target == held_; }

std::optional<std::string> Press::up(std::string_view target, Ticks now) {
    move(target);
    const bool acts = inside_;
    inside_ = false;
    if (!acts) {
        held_.clear();
        return std::nullopt;
    }
    if (!repeats_) acted_ = now;
    return std::exchange(held_, {});
}

void Press::pageChanged(Ticks now) {
    pageSince_ = now;
    cancel();
    inside_ = false;
}

}  // namespace luot::ui::touch
