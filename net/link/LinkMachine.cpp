#include "net/link/LinkMachine.hpp"

#include <algorithm>

namespace luot::net::link {

namespace {
/// Beyond it the doubled wait is longer than any longestRetry.
constexpr int maxDoublings = 16;
}  // namespace

LinkOrders LinkMachine::start() {
    state_ = LinkState::connecting;
    LinkOrders orders;
    orders.connect = true;
    return orders;
}

LinkOrders LinkMachine::connected(Moment now) {
    LinkOrders orders;
    if (state_ != LinkState::connecting) {
        orders.drop = true;
        return orders;
    }
    state_ = LinkState::greeting;
    until_ = now + times_.greetWithin;
    toldWhy_.clear();
    orders.waitUntil = until_;
    orders.tell = LinkUp{};
    return orders;
}

LinkOrders LinkMachine::frame() {
    if (state_ == LinkState::greeting) {
        state_ = LinkState::live;
        failures_ = 0;
    }
    return {};
}

LinkOrders LinkMachine::failed(std::string why, bool refused, Moment now) {
    LinkOrders orders;
    if (state_ == LinkState::backingOff || state_ == LinkState::disconnected) {
        if (state_ == LinkState::backingOff) orders.waitUntil = until_;
        return orders;
    }
    orders.drop = state_ != LinkState::connecting;
    if (orders.drop || toldWhy_ != why) orders.tell = LinkDown{why};
    toldWhy_ = std::move(why);
    state_ = LinkState::backingOff;
    until_ = now + pause(refused);
    orders.waitUntil = until_;
    return orders;
}

LinkOrders LinkMachine::timePassed(Moment now) {
    LinkOrders orders;
    if (state_ == LinkState::greeting && now >= until_) {
        return failed("the server does not greet", false, now);
    }
    if (state_ == LinkState::backingOff && now >= until_) return start();
    if (state_ == LinkState::greeting || state_ == LinkState::backingOff) orders.waitUntil = until_;
    return orders;
}

LinkOrders LinkMachine::reconnect(Moment now) {
    if (state_ != LinkState::greeting && state_ != LinkState::live) return {};
    return failed("asked for anew", false, now);
}

std::chrono::milliseconds LinkMachine::pause(bool refused) {
    const auto doubled = times_.firstRetry * (1 << std::min(failures_, maxDoublings));
    failures_ = std::min(failures_ + 1, maxDoublings);
    const auto longest = refused ? times_.longestRetry : std::min(times_.longestRetry, doubled);
    if (refused) return longest;
    const double share = 0.5 + 0.5 * std::clamp(random_(), 0.0, 1.0);
    return std::chrono::milliseconds(static_cast<std::int64_t>(static_cast<double>(longest.count()) * share));
}

}  // namespace luot::net::link
