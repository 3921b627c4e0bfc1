#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "journal/Journal.hpp"
#include "queue/Rules.hpp"
#include "simulator/twin/Day.hpp"

/// A day that a journal holds, taken apart so that it can be played again.
namespace luot::simulator::recorded {

/// What happened on one day.
struct DayRecord {
    base::Date day{};
    queue::Rules rules;         ///< when the first number was given
    bool rulesChanged = false;  ///< later that day
    twin::Hours hours;
    std::vector<twin::Visitor> visitors;  ///< in the order of their numbers' issue
    std::vector<twin::Shift> shifts;      ///< pauses lie between two of them
    std::vector<twin::Outcome> outcomes;  ///< as it was
};

/// notFound: the journal has no such day; the sentence names those it has. storage: it cannot be read.
base::Result<DayRecord> readDay(journal::Journal& journal, base::Date day);

/// The newest rules that the journal holds. notFound: none.
base::Result<queue::Rules> readRules(journal::Journal& journal);

/// Opens the record in `folder` for reading beside a running server. notFound: there is none.
base::Result<std::unique_ptr<journal::Journal>> openRecord(const std::filesystem::path& folder);

}  // namespace luot::simulator::recorded
