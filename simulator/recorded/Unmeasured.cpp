#include "simulator/recorded/Unmeasured.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace luot::simulator::recorded {

namespace {

using base::Milliseconds;

/// Of a day on which nobody was served.
constexpr base::Minutes assumedAtCounter{10};

struct Times {
    std::vector<Milliseconds> atCounter;
    std::vector<Milliseconds> toCounter;
};

Milliseconds median(std::vector<Milliseconds> values, Milliseconds otherwise) {
    if (values.empty()) return otherwise;
    const auto middle = values.begin() + std::ssize(values) / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool isMeasured(const twin::Errand& errand) { return errand.atCounter > Milliseconds{0}; }

template <class Body>
void forEachErrand(std::vector<twin::Visitor>& visitors, Body body) {
    for (auto& visitor : visitors) {
        body(visitor.first);
        if (visitor.further != twin::Further::nothing) body(visitor.then);
    }
}

}  // namespace

void fillUnmeasured(std::vector<twin::Visitor>& visitors) {
    std::map<std::string, Times> ofService;
    Times ofAll;
    forEachErrand(visitors, [&](const twin::Errand& errand) {
        if (!isMeasured(errand)) return;
        for (auto* times : {&ofService[errand.service], &ofAll}) {
            times->atCounter.push_back(errand.atCounter);
            times->toCounter.push_back(errand.toCounter);
        }
    });
    const auto anyAtCounter = median(ofAll.atCounter, assumedAtCounter);
    const auto anyToCounter = median(ofAll.toCounter, Milliseconds{0});
    forEachErrand(visitors, [&](twin::Errand& errand) {
        if (isMeasured(errand)) return;
        const auto& times = ofService[errand.service];
        errand.atCounter = median(times.atCounter, anyAtCounter);
        errand.toCounter = median(times.toCounter, anyToCounter);
    });
}

}  // namespace luot::simulator::recorded
