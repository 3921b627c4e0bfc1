#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/Wording.hpp"
#include "dispenser/kiosk/Kiosk.hpp"
#include "draw/DrawList.hpp"
#include "ui/touch/HitTest.hpp"

namespace luot::dispenser::view {

/// The kiosk's design space; larger where the screen's shape differs.
constexpr draw::Size designSize{108, 192};

/// All that a page is drawn from.
struct Scene {
    kiosk::Page page = kiosk::Page::start;
    const protocol::Hall& hall;
    const base::Wording& wording;
    const kiosk::KioskSettings& settings;
    std::string language{};
    std::string clock{};  ///< "09:42"
    base::Instant now{};
    int tilePage = 0;
    int tilePages = 1;
    std::optional<protocol::Ticket> ticket{};
    std::string service{};  ///< the one that was chosen
    std::string refusal{};  ///< the server's sentence
    hardware::printer::PrintFault fault =
        hardware::printer::PrintFault::none;  ///< of the printer or the paper
    bool unconfirmed = false;                 ///< the printer never says whether the ticket came out
    bool paperLow = false;                    ///< the roll is near its end; tickets still come out
    bool digitIsTaken = false;                ///< without the server there will be no numbers
    bool alone = false;                       ///< numbers are the kiosk's own at present
    bool countsAreOld = false;                ///< how many wait is not known any more
    std::optional<int> secondsLeft{};
    std::string pressed{};              ///< the target that shows itself pressed
    std::string focused{};              ///< the target with the keys' ring; empty: none
    std::string slot = "down";          ///< where the paper comes out: down, left, right
    draw::Rect screen{0, 0, 108, 192};  ///< all that can be seen
};

/// A page and what can be touched on it, in reading order.
struct Drawn {
    draw::DrawList list;
    std::vector<ui::touch::Target> targets;
};

Drawn drawPage(const Scene& scene);

/// Names of targets; a service's tile is "service:<id>".
namespace target {
constexpr std::string_view service = "service:";
constexpr std::string_view previousPage = "previous-page";
constexpr std::string_view nextPage = "next-page";
constexpr std::string_view yes = "yes";
constexpr std::string_view no = "no";
constexpr std::string_view home = "home";
constexpr std::string_view back = "back";
constexpr std::string_view noted = "noted";
constexpr std::string_view onScreen = "on-screen";
constexpr std::string_view askStaff = "ask-staff";
constexpr std::string_view anywhere = "anywhere";
constexpr std::string_view language = "language";
constexpr std::string_view stay = "continue";
}  // namespace target

}  // namespace luot::dispenser::view
