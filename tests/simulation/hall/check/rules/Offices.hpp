#pragma once

#include "tests/simulation/hall/check/Checker.hpp"

namespace luot::simulation {

/// An office's counter is opened by its own clerks, by spare ones and by those whom no office sends.
class OfficesStaffTheirCounters final : public Checker {
public:
    void written(const Entry& entry) override;
};

}  // namespace luot::simulation
