#pragma once

#include <rapidcheck.h>

#include <map>
#include <string>
#include <vector>

#include "tests/unit/queue/HallUnderTest.hpp"

namespace luot::queue::test {

/// A step of a random day. Numbers, not commands, so that it shrinks well and always names things that exist.
struct Step {
    int kind = 0;
    int which = 0;    ///< ticket, counter
    int other = 0;    ///< service, target
    int seconds = 0;  ///< that pass before it
};

inline std::ostream& operator<<(std::ostream& out, const Step& step) {
    return out << '{' << step.kind << ',' << step.which << ',' << step.other << ',' << step.seconds << '}';
}

/// Turns steps into commands for the small centre and gives them to a hall.
class RandomDay {
public:
    static constexpr int kinds = 50;

    HallUnderTest hall = HallUnderTest::working();
    std::vector<std::string> ids{};                ///< of the day, in the order of issue
    std::map<std::string, std::string> numbers{};  ///< id -> number, of the day

    Command commandOf(const Step& step) const;

    /// The events of it; none when it was refused.
    std::vector<Event> take(const Step& step);
};

/// Days of up to a few hundred steps, most of them issues and calls.
rc::Gen<std::vector<Step>> anyDay();

}  // namespace luot::queue::test
