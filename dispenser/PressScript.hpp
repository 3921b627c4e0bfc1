#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/Result.hpp"
#include "dispenser/kiosk/Kiosk.hpp"
#include "ui/touch/HitTest.hpp"

namespace luot::dispenser {

/// Citizens that the program plays itself (option --press), for demo and tests:
/// "chung-thuc,priority;ho-tich". Each presses a tile, answers the question, waits for the paper and goes.
/// The presses are pointer events at the middle of what is drawn, so they take the same way as a finger.
class PressScript {
public:
    /// Between two presses, so that none counts as a double tap; milliseconds.
    static constexpr kiosk::Ticks pause = 800;
    /// A citizen who has no paper by then fails the script; milliseconds.
    static constexpr kiosk::Ticks citizenWithin = 45000;

    /// invalidInput: names the word that is neither a service nor an answer.
    static base::Result<PressScript> parse(std::string_view text);

    /// Where to press now; none: nothing to press, or not yet.
    std::optional<draw::Point> next(kiosk::Page page, const std::vector<ui::touch::Target>& targets,
                                    kiosk::Ticks now);
    /// Once for each page that a citizen reaches: the name of the picture to leave.
    std::optional<std::string> newPage(kiosk::Page page);
    bool over() const { return citizens_.empty(); }
    bool failed() const { return failed_; }
    /// Of all citizens together, milliseconds.
    kiosk::Ticks longest() const { return static_cast<kiosk::Ticks>(citizens_.size()) * citizenWithin; }

private:
    struct Citizen {
        std::string service;
        bool priority = false;
    };
    std::string wanted(kiosk::Page page, const std::vector<ui::touch::Target>& targets) const;
    void leave();

    std::deque<Citizen> citizens_;
    std::optional<kiosk::Ticks> came_;  ///< of the first
    std::optional<kiosk::Ticks> pressedAt_;
    std::optional<kiosk::Page> last_;
    bool asked_ = false;  ///< the first has pressed a tile
    bool failed_ = false;
    int served_ = 0;
};

}  // namespace luot::dispenser
