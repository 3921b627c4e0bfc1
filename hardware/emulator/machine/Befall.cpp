#include <fmt/format.h>

#include <algorithm>

#include "hardware/emulator/machine/Machine.hpp"

namespace luot::hardware::emulator::machine {

void Machine::obey(const Order& order) {
    if (order.afterDots == 0) return befall(order.kind);
    if (order.kind == Order::Kind::paperOut) {
        paperLeft_ = order.afterDots;
    } else {
        later_.push_back(order);
    }
}

/// What can be seen from outside changes the condition, which is told; the rest hides in the cable or the
/// head.
void Machine::befall(Order::Kind kind) {
    using Kind = Order::Kind;
    auto now = condition_;
    switch (kind) {
        case Kind::paperOut:
            paperLeft_ = 0;
            now.paperEnd = now.nearEnd = true;
            break;
        case Kind::nearEnd:
            thinForced_ = now.nearEnd = true;
            break;
        case Kind::coverOpen:
            now.coverOpenedWhilePrinting = now.coverOpenedWhilePrinting || busy();
            now.coverOpen = true;
            break;
        case Kind::coverClosed:
            now.coverOpen = now.coverOpenedWhilePrinting = false;
            break;
        case Kind::jam:
            now.cutterStuck = true;
            break;
        case Kind::hot:
            now.hot = true;
            break;
        case Kind::broken:
            now.broken = true;
            break;
        default:
            return befallUnseen(kind);
    }
    change(now);
}

void Machine::befallUnseen(Order::Kind kind) {
    using Kind = Order::Kind;
    deaf_ = deaf_ || kind == Kind::deaf;
    mute_ = mute_ || kind == Kind::mute;
    unplugged_ = unplugged_ || kind == Kind::unplug;
    swallowing_ = swallowing_ || kind == Kind::swallow;
    if (kind == Kind::swallow) clearBuffers();
    if (kind == Kind::ok) mend();
}

/// Paper that hangs out of a printer whose roll ended is taken away with the old roll.
void Machine::mend() {
    const bool thin = thinForced_ || paperLeft_ < model_.nearEnd;
    if (paperLeft_ <= 0 && !strip_.blank()) tear(0, true);
    if (thin) paperLeft_ = model_.roll;
    deaf_ = mute_ = swallowing_ = unplugged_ = thinForced_ = false;
    later_.clear();
    Condition now;
    now.drawerOpen = condition_.drawerOpen;
    now.nearEnd = paperLeft_ < model_.nearEnd;
    change(now);
}

std::string Machine::describe() const {
    std::string text = fmt::format("paper {} mm, {}", paperLeft_ / paper::dotsPerMm,
                                   condition_.offline() ? "offline" : "online");
    const auto add = [&](bool holds, const char* what) {
        if (holds) text += fmt::format(", {}", what);
    };
    add(condition_.paperEnd, "paper out");
    add(condition_.nearEnd, "near end");
    add(condition_.coverOpen, "cover open");
    add(condition_.cutterStuck, "jam");
    add(condition_.hot, "hot");
    add(condition_.broken, "broken");
    add(deaf_, "deaf");
    add(mute_, "mute");
    add(swallowing_, "swallow");
    add(unplugged_, "unplug");
    return text + fmt::format(", {} bytes waiting, {} tickets", buffer_.size(), printed_);
}

}  // namespace luot::hardware::emulator::machine
