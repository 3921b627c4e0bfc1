#include "counter-client/desk/Desk.hpp"

/// What the clerk's keys ask of the server.
namespace luot::counterclient::desk {

namespace {

std::string_view commandOf(Action action) {
    switch (action) {
        case Action::callNext:
            return "call_next";
        case Action::start:
            return "start";
        case Action::resume:
            return "resume";
        case Action::recall:
            return "recall";
        case Action::noShow:
            return "no_show";
        case Action::hold:
            return "hold";
        case Action::prepare:
            return "prepare";
        case Action::undo:
            return "undo";
        default:
            return {};
    }
}

Order callOrder(int counter, const std::string& number) {
    auto order = counterOrder("call", counter);
    order.args["number"] = number;
    return order;
}

/// A number that is being served goes back to the queue that it came from: to the rules a transfer to its own
/// service.
Order returnOrder(const hall::Situation& here) {
    if (here.mode == hall::CounterMode::calling) return ticketOrder("return", here.ticket->id);
    auto order = ticketOrder("transfer", here.ticket->id);
    order.args["service"] = here.ticket->service;
    return order;
}

}  // namespace

std::optional<Order> Desk::orderOf(Action action) const {
    const auto here = situation();
    switch (action) {
        case Action::openCounter: {
            auto order = counterOrder("open", settings_.counter);
            if (!settings_.clerk.empty()) order.args["clerk"] = settings_.clerk;
            return order;
        }
        case Action::finish: {
            auto order = counterOrder("finish", settings_.counter);
            if (!outcome_.empty()) order.args["outcome"] = outcome_;
            return order;
        }
        case Action::callPriority: {
            const auto* first = firstPriority(view_, settings_.counter);
            return first ? std::optional(callOrder(settings_.counter, first->number)) : std::nullopt;
        }
        case Action::returnToQueue:
            return here.ticket ? std::optional(returnOrder(here)) : std::nullopt;
        default:
            return counterOrder(commandOf(action), settings_.counter);
    }
}

}  // namespace luot::counterclient::desk
