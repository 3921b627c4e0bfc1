#include "counter-client/desk/Offer.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace luot::counterclient::desk {

namespace {

using MaybeAction = std::optional<Action>;

MaybeAction closedAction(KeyCode key) {
    return key == KeyCode::f2 ? MaybeAction(Action::openCounter) : std::nullopt;
}

MaybeAction idleAction(KeyCode key) {
    switch (key) {
        case KeyCode::f2:
            return Action::callNext;
        case KeyCode::f3:
            return Action::callPriority;
        case KeyCode::f4:
            return Action::callNumber;
        case KeyCode::f6:
            return Action::heldNumbers;
        case KeyCode::f7:
            return Action::prepare;
        case KeyCode::f9:
            return Action::pause;
        case KeyCode::f10:
            return Action::menu;
        default:
            return std::nullopt;
    }
}

MaybeAction pausedAction(KeyCode key) {
    switch (key) {
        case KeyCode::f2:
        case KeyCode::f9:
            return Action::resume;
        case KeyCode::f10:
            return Action::menu;
        default:
            return std::nullopt;
    }
}

MaybeAction ticketAction(KeyCode key, const hall::Situation& here) {
    switch (key) {
        case KeyCode::f2:
            return here.mode == hall::CounterMode::calling ? Action::start : Action::finish;
        case KeyCode::f3:
            return Action::recall;
        case KeyCode::f4:
            return Action::noShow;
        case KeyCode::f5:
            return Action::transfer;
        case KeyCode::f6:
            return Action::hold;
        case KeyCode::f7:
            return Action::prepare;
        case KeyCode::f8:
            return Action::returnToQueue;
        case KeyCode::f9:
            return here.paused ? Action::resume : Action::pause;
        case KeyCode::f10:
            return Action::menu;
        case KeyCode::undo:
            return here.mode == hall::CounterMode::calling ? MaybeAction(Action::undo) : std::nullopt;
        default:
            return std::nullopt;
    }
}

MaybeAction actionOf(KeyCode key, const hall::Situation& here) {
    switch (here.mode) {
        case hall::CounterMode::unknown:
            return std::nullopt;
        case hall::CounterMode::closed:
            return closedAction(key);
        case hall::CounterMode::idle:
            return idleAction(key);
        case hall::CounterMode::paused:
            return pausedAction(key);
        default:
            return ticketAction(key, here);
    }
}

Phrase seconds(std::int64_t left) { return Phrase::of("clerk.in_seconds", {{"s", std::to_string(left)}}); }

Phrase recallBlocked(const hall::Situation& here, const Circumstances& at) {
    if (here.mode == hall::CounterMode::serving) return Phrase::of("clerk.has_come");
    const auto& centre = at.view.hall().centre;
    if (hall::callsNow(*here.ticket) > centre.recallMax) return Phrase::of("clerk.recalled_enough");
    const auto called = here.ticket->lastCalledAt.value_or(here.ticket->issuedAt);
    const auto left = centre.recallGapS - hall::secondsSince(called, at.now.server);
    return left > 0 ? seconds(left) : Phrase{};
}

Phrase noShowBlocked(const hall::Situation& here, const Circumstances& at) {
    if (here.mode == hall::CounterMode::serving) return Phrase::of("clerk.has_come");
    const auto& centre = at.view.hall().centre;
    if (hall::callsNow(*here.ticket) < centre.noShowAfterCalls)
        return Phrase::of("clerk.after_calls", {{"n", std::to_string(centre.noShowAfterCalls)}});
    const auto since = hall::callingSince(*here.ticket);
    const auto left = centre.noShowAfterS - hall::secondsSince(since, at.now.server);
    return left > 0 ? seconds(left) : Phrase{};
}

Phrase undoBlocked(const hall::Situation& here, const Circumstances& at) {
    const auto called = hall::callingSince(*here.ticket);
    const bool fresh = hall::secondsSince(called, at.now.server) < at.view.hall().centre.undoWithinS;
    return fresh ? Phrase{} : Phrase::of("clerk.undo_too_late");
}

/// Why the hall as it stands does not allow the action.
Phrase blockedByHall(Action action, const hall::Situation& here, const Circumstances& at) {
    switch (action) {
        case Action::recall:
            return recallBlocked(here, at);
        case Action::noShow:
            return noShowBlocked(here, at);
        case Action::undo:
            return undoBlocked(here, at);
        case Action::callPriority:
            return firstPriority(at.view, at.counter) ? Phrase{} : Phrase::of("clerk.no_priority");
        case Action::heldNumbers:
            return hall::heldFor(at.view, at.counter, at.now.server).empty() ? Phrase::of("clerk.no_held")
                                                                             : Phrase{};
        case Action::prepare:
            return at.view.waitingFor(at.counter).empty() ? Phrase::of("clerk.queue_empty") : Phrase{};
        case Action::pause:
            return here.mode == hall::CounterMode::calling ? Phrase::of("clerk.pause_after") : Phrase{};
        default:
            return {};
    }
}

/// Without the server: what concerns the ticket that is here, and numbers that nobody else may call.
Phrase blockedAlone(Action action, const hall::Situation& here, const Circumstances& at) {
    switch (action) {
        case Action::callNext:
            return *at.callableAlone == 0 ? Phrase::of("clerk.none_alone") : Phrase{};
        case Action::start:
        case Action::finish:
        case Action::recall:
        case Action::noShow:
        case Action::hold:
            return blockedByHall(action, here, at);
        default:
            return Phrase::of("clerk.needs_server");
    }
}

struct Naming {
    Action action;
    std::string_view key;
    std::string_view icon;
};

constexpr std::array namings{
    Naming{Action::openCounter, "clerk.open_counter", "person"},
    Naming{Action::callNext, "clerk.call_next", "bell"},
    Naming{Action::start, "clerk.start", "check"},
    Naming{Action::finish, "clerk.finish", "check"},
    Naming{Action::resume, "clerk.resume", "person"},
    Naming{Action::recall, "clerk.recall", "recall"},
    Naming{Action::callPriority, "clerk.call_priority", ""},
    Naming{Action::noShow, "clerk.no_show", "person"},
    Naming{Action::callNumber, "clerk.call_by_number", ""},
    Naming{Action::transfer, "clerk.transfer", "transfer"},
    Naming{Action::hold, "clerk.hold", "hold"},
    Naming{Action::heldNumbers, "clerk.held_numbers", ""},
    Naming{Action::returnToQueue, "clerk.return_queue", ""},
    Naming{Action::pause, "clerk.pause", "pause"},
    Naming{Action::prepare, "clerk.prepare", "people"},
    Naming{Action::menu, "clerk.menu", "menu"},
    Naming{Action::undo, "clerk.undo", "undo"},
};

const Naming& namingOf(Action action) {
    return *std::find_if(namings.begin(), namings.end(),
                         [&](const auto& row) { return row.action == action; });
}

}  // namespace

std::optional<Offer> offerOf(KeyCode key, const Circumstances& at) {
    const auto here = hall::situationOf(at.view, at.counter);
    const auto action = actionOf(key, here);
    if (!action) return std::nullopt;
    if (!at.online && at.callableAlone) return Offer{*action, blockedAlone(*action, here, at)};
    if (!at.online) return Offer{*action, Phrase::of("clerk.needs_server")};
    if (!at.view.hall().writable) return Offer{*action, Phrase::of("clerk.cannot_write")};
    return Offer{*action, blockedByHall(*action, here, at)};
}

std::string_view nameOf(Action action) { return namingOf(action).key; }

std::string_view iconOf(Action action) { return namingOf(action).icon; }

Phrase nameOf(const protocol::Choosable& choice, std::string_view usual) {
    if (choice.labelVi.empty()) return Phrase::of(std::string(usual) + choice.id);
    return Phrase::named(choice.labelVi, choice.labelEn);
}

const protocol::Ticket* firstPriority(const protocol::HallView& view, int counter) {
    for (const auto* ticket : view.waitingFor(counter))
        if (ticket->priority) return ticket;
    return nullptr;
}

}  // namespace luot::counterclient::desk
