#pragma once

#include "tests/simulation/hall/time/Random.hpp"

namespace luot::simulation {

/// How often what goes wrong, in mean minutes between two of a kind; 0: never. Each seed draws its own, with
/// some kinds left out, so that rare meetings of the others come up too.
struct Climate {
    double linkBreaks = 0;     ///< of any link
    double holdUps = 0;        ///< one link, some or all stand still for a while
    double crashes = 0;        ///< at any moment
    double crashAtCommit = 0;  ///< a probability, right before or right after each commit
    double diskFull = 0;
    double landings = 0;  ///< a commit reported as failed that is on the medium after all
    double clockSets = 0;
    bool slowNetwork = false;
    double changesRules = 0;  ///< a probability at each restart
    double kioskCuts = 0;     ///< a kiosk's cable is out for seconds to minutes
    double counterCuts = 0;
    double kioskRestarts = 0;
    double kioskClocks = 0;
    double kioskWrites = 0;   ///< a write to a kiosk's disk is reported as failed
    double kioskDisks = 0;    ///< a kiosk's disk breaks and is replaced
    double lonelyNights = 0;  ///< a probability: the kiosks are alone from one day to the next

    static Climate fine() { return {}; }
    static Climate drawn(Random random) {
        const auto maybe = [&](double share, double value) { return random.chance(share) ? value : 0; };
        Climate climate;
        climate.linkBreaks = maybe(0.8, 1.5);
        climate.holdUps = maybe(0.6, 4);
        climate.crashes = maybe(0.6, 8);
        climate.crashAtCommit = maybe(0.5, 0.01);
        climate.diskFull = maybe(0.4, 8);
        climate.landings = maybe(0.4, 6);
        climate.clockSets = maybe(0.25, 10);
        climate.slowNetwork = random.chance(0.3);
        climate.changesRules = maybe(0.5, 0.4);
        climate.kioskCuts = maybe(0.7, 3);
        climate.counterCuts = maybe(0.5, 4);
        climate.kioskRestarts = maybe(0.5, 4);
        climate.kioskClocks = maybe(0.4, 5);
        climate.kioskWrites = maybe(0.4, 5);
        climate.kioskDisks = maybe(0.25, 12);
        climate.lonelyNights = maybe(0.5, 0.7);
        return climate;
    }
};

}  // namespace luot::simulation
