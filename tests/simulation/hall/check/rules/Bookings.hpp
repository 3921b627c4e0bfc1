#pragma once

#include <unordered_map>
#include <unordered_set>

#include "tests/simulation/hall/check/Checker.hpp"

namespace luot::simulation {

/// A booked time is used at most once, by a ticket of its service, on its day, at the slot that was told
/// last.
class BookingsAreUsedOnce final : public Checker {
public:
    void written(const Entry& entry) override;

private:
    void used(const Entry& entry, const queue::Ticket& ticket);

    std::unordered_map<std::string, queue::Appointment> booked_;
    std::unordered_set<std::string> used_;
};

/// Numbers of a printed roll come into the order where their time puts them: behind who came earlier and
/// before who came later. Says nothing of a day on which the clock was set.
class PaperComesByItsTime final : public Checker {
public:
    void written(const Entry& entry) override;

private:
    bool clockWasSet_ = false;
};

/// Whoever is told to make ready waits, and for a counter that would call him.
class AnnouncedOnesWait final : public Checker {
public:
    void written(const Entry& entry) override;
};

}  // namespace luot::simulation
