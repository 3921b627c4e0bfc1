#pragma once

#include <optional>
#include <unordered_set>

#include "tests/simulation/hall/check/Checker.hpp"

namespace luot::simulation {

/// No number comes twice in a day, and no ticket's id ever.
class NumbersComeOnce final : public Checker {
public:
    void written(const Entry& entry) override {
        if (const auto* opened = std::get_if<queue::DayOpened>(&entry.event)) {
            if (day_ != opened->day) numbers_.clear();
            if (day_ && opened->day < *day_)
                complain("day " + base::formatDate(opened->day) + " comes again");
            day_ = opened->day;
        }
        if (const auto* issued = std::get_if<queue::TicketIssued>(&entry.event)) {
            if (!numbers_.insert(issued->ticket.number).second)
                complain("number " + issued->ticket.number + " was given out twice in one day");
            if (!ids_.insert(issued->ticket.id).second) complain("a ticket's id came twice");
        }
    }

private:
    std::optional<base::Date> day_;
    std::unordered_set<std::string> numbers_;
    std::unordered_set<std::string> ids_;
};

}  // namespace luot::simulation
