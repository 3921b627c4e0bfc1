#pragma once

#include <chrono>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "base/Result.hpp"
#include "counter-client/desk/Key.hpp"

namespace luot::counterclient {

/// Keys that the program presses by itself (option --keys), for demo and tests: "F2,wait:2,F2". They take the
/// same way as those of the keyboard. A key waits until the one before it was answered, at most
/// `answeredWithin`.
class Script {
public:
    static constexpr std::int64_t answeredWithin = 5000;  ///< milliseconds

    /// invalidInput: names the word that is no key and no wait.
    static base::Result<Script> parse(std::string_view text);

    /// The key to press now; none: it is not time yet, or the script is over.
    std::optional<desk::Key> next(std::int64_t local, bool deskBusy);
    /// True once the last key was answered and the last wait is over.
    bool over(std::int64_t local, bool deskBusy) const;
    /// False until the first key was pressed.
    bool begun() const { return pressed_ > 0; }
    /// Names the picture after the key pressed last: "02-F4".
    std::string label() const;
    /// All waits together with the longest time that keys may take; milliseconds.
    std::int64_t longest() const;

private:
    struct Step {
        desk::Key key;
        std::int64_t wait = 0;  ///< milliseconds; then the key does not count
    };

    bool settled(std::int64_t local, bool deskBusy) const {
        return local >= until_ && (!deskBusy || local - pressedAt_ >= answeredWithin);
    }

    std::deque<Step> steps_;
    std::int64_t until_ = 0;
    std::int64_t pressedAt_ = 0;
    int pressed_ = 0;
    desk::Key last_;
};

}  // namespace luot::counterclient
