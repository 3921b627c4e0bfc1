#include "base/Assert.hpp"
#include "draw/icon/Icon.hpp"

namespace luot::draw::icon {
namespace {

// Circles and rectangles of the design's appendix as paths. Every state differs in outline, not only in
// colour.
constexpr Part ready[] = {{"M 4 12 a 8 8 0 1 0 16 0 a 8 8 0 1 0 -16 0 z", 3.2}};
constexpr Part serving[] = {{"M 2.5 12 a 9.5 9.5 0 1 0 19 0 a 9.5 9.5 0 1 0 -19 0 z"}};
constexpr Part calling[] = {
    {"M 12 2.2 a 6.8 6.8 0 0 0 -6.8 6.8 v 5.6 L 3 17.8 h 18 l -2.2 -3.2 V 9 "
     "A 6.8 6.8 0 0 0 12 2.2 z M 9 19.5 a 3 3 0 0 0 6 0 z"}};
constexpr Part paused[] = {
    {"M 6 4 h 3 a 1 1 0 0 1 1 1 v 14 a 1 1 0 0 1 -1 1 h -3 a 1 1 0 0 1 -1 -1 v -14 "
     "a 1 1 0 0 1 1 -1 z M 15 4 h 3 a 1 1 0 0 1 1 1 v 14 a 1 1 0 0 1 -1 1 h -3 "
     "a 1 1 0 0 1 -1 -1 v -14 a 1 1 0 0 1 1 -1 z"}};
constexpr Part closed[] = {
    {"M 4 9.8 h 15.5 a 1 1 0 0 1 1 1 v 2.4 a 1 1 0 0 1 -1 1 h -15.5 a 1 1 0 0 1 -1 -1 v -2.4 "
     "a 1 1 0 0 1 1 -1 z"}};
constexpr Part priority[] = {{"M 12 1.5 L 22.5 12 12 22.5 1.5 12 z"}};
constexpr Part recall[] = {{"M 19.5 12 a 7.5 7.5 0 1 1 -2.3 -5.4 M 19.8 2.8 v 5 h -5", 3}};
constexpr Part appointment[] = {{"M 3 12 a 9 9 0 1 0 18 0 a 9 9 0 1 0 -18 0 z", 2.8},
                                {"M 12 7 v 5.5 l 3.5 2", 2.8}};
constexpr Part warn[] = {{"M 12 3.5 L 22 20.5 H 2 z", 2.6}, {"M 12 10 v 4 M 12 17 v 0.1", 2.6}};
constexpr Part breach[] = {
    {"M 12 2 L 23.5 21.5 H 0.5 z M 10.7 8.8 h 2.6 v 6.4 h -2.6 z M 10.7 16.8 h 2.6 v 2.5 h -2.6 z"}};
constexpr Part severe[] = {
    {"M 7.5 1.5 h 9 l 6 6 v 9 l -6 6 h -9 l -6 -6 v -9 z M 10.6 6 h 2.8 v 7.5 h -2.8 z "
     "M 10.6 15.5 h 2.8 v 2.8 h -2.8 z"}};
constexpr Part held[] = {{"M 6 2.5 h 12 v 19 l -6 -4.8 -6 4.8 z"}};
constexpr Part offline[] = {
    {"M 3 3 l 18 18 M 5 13 a 9 9 0 0 1 4.5 -2.6 M 14.5 10.4 A 9 9 0 0 1 19 13 "
     "M 8.5 16.6 a 5 5 0 0 1 7 0 M 12 20 v 0.1",
     2.6}};
constexpr Part done[] = {{"M 4.5 12.8 l 5 5 L 20 7", 3.4}};

}  // namespace

std::span<const Part> parts(State state) {
    switch (state) {
        case State::ready:
            return ready;
        case State::serving:
            return serving;
        case State::calling:
            return calling;
        case State::paused:
            return paused;
        case State::closed:
            return closed;
        case State::priority:
            return priority;
        case State::recall:
            return recall;
        case State::appointment:
            return appointment;
        case State::warn:
            return warn;
        case State::breach:
            return breach;
        case State::severe:
            return severe;
        case State::held:
            return held;
        case State::offline:
            return offline;
        case State::done:
            return done;
    }
    LUOT_ASSERT(false);
}

}  // namespace luot::draw::icon
