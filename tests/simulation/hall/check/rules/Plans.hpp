#pragma once

#include "tests/simulation/hall/check/Checker.hpp"

namespace luot::simulation {

/// What is planned changes nothing before its day, and holds when a day from it on is opened.
class PlansBeginOnTheirDay final : public Checker {
public:
    void written(const Entry& entry) override;

private:
    void opened(const Entry& entry, base::Date day);

    std::vector<queue::PlannedChange> planned_;
    std::optional<queue::Rules> unchanged_;  ///< what the rules must still be at the next row
};

/// Every service has a counter for its normal tickets and one for its priority ones, whatever the head
/// changes.
class EveryServiceIsServed final : public Checker {
public:
    void written(const Entry& entry) override;
};

}  // namespace luot::simulation
