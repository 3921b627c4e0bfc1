#pragma once

#include <deque>
#include <memory>

#include "simulator/course/Desk.hpp"
#include "simulator/course/Door.hpp"
#include "simulator/course/Run.hpp"

namespace luot::simulator::course {

/// A day of the centre: citizens at the door, clerks at the counters, until all have been served.
class Day final : public Play {
public:
    explicit Day(Run& run) : run_(run) {}

    void start() override;
    void report(base::json::Object& into) const override;

private:
    people::Demand demandOf(const std::set<std::string>& services) const;
    void addDesk(int counter, const std::set<std::string>& services);
    void considerEnd();
    bool done() const;

    Run& run_;
    std::unique_ptr<Door> door_;
    std::deque<Desk> desks_;
    int planned_ = 0;
};

}  // namespace luot::simulator::course
