#pragma once

#include <optional>
#include <string_view>

#include "counter-client/desk/Key.hpp"
#include "counter-client/desk/Phrase.hpp"
#include "counter-client/hall/Situation.hpp"

namespace luot::counterclient::desk {

/// What a key of the clerk's main page does.
enum class Action {
    openCounter,
    callNext,
    start,
    finish,
    resume,
    recall,
    callPriority,
    noShow,
    callNumber,
    transfer,
    hold,
    heldNumbers,
    returnToQueue,
    pause,
    prepare,
    menu,
    undo,
};

/// One key's action at one moment, and why it cannot be done now, if so: the button says it.
struct Offer {
    Action action = Action::menu;
    Phrase blocked;

    bool allowed() const { return blocked.empty(); }
    bool operator==(const Offer&) const = default;
};

/// Everything that decides what may be done now.
struct Circumstances {
    const protocol::HallView& view;
    int counter = 0;
    bool online = false;
    hall::Moment now;
    std::optional<std::size_t> callableAlone = std::nullopt;  ///< works without the server
};

/// None: the key does nothing on the main page now.
std::optional<Offer> offerOf(KeyCode key, const Circumstances& at);

/// The wording key of the action's name, and the line icon that goes with it (empty: none).
std::string_view nameOf(Action action);
std::string_view iconOf(Action action);

/// A choice's name: its own labels, or for the usual ones the wording key `usual` with its id.
Phrase nameOf(const protocol::Choosable& choice, std::string_view usual);

/// The first priority ticket that this counter may call; null when there is none.
const protocol::Ticket* firstPriority(const protocol::HallView& view, int counter);

}  // namespace luot::counterclient::desk
