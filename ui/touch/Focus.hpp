#pragma once

#include <string>
#include <vector>

#include "draw/DrawList.hpp"

namespace luot::ui::touch {

/// Which target the keys act on. It is seen when keys were used last and hidden after a touch.
class Focus {
public:
    /// The page's targets in reading order; a focus that is still among them stays.
    void setOrder(std::vector<std::string> order);
    void next() { step(1); }
    void previous() { step(-1); }
    void set(std::string id);
    void touched() { visible_ = false; }

    /// Empty: nothing has the focus yet.
    const std::string& current() const { return current_; }
    bool isVisibleOn(std::string_view id) const { return visible_ && current_ == id; }

private:
    void step(int by);

    std::vector<std::string> order_;
    std::string current_;
    bool visible_ = false;
};

/// How strong the ring is drawn, in design units: 0.5 and 0.5 on screens, 2 and 3 in windows.
struct RingWidths {
    double inner = 0.5;
    double outer = 0.5;
};

/// Adds the two rings of the focus directly outside a thing's border; one of them contrasts with whatever is
/// there.
void addFocusRing(draw::DrawList& list, const draw::Rect& around, double radius, RingWidths widths = {});

}  // namespace luot::ui::touch
