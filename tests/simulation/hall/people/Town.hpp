#pragma once

#include <string>
#include <vector>

namespace luot::simulation {

/// What people outside the hall know: who has booked a time, and which numbers of the printed roll are gone.
struct Town {
    struct Booking {
        std::string id;
        std::string service;
    };
    std::vector<Booking> booked;
    int slipsGiven = 0;
};

}  // namespace luot::simulation
