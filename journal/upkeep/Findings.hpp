#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "journal/SqliteJournal.hpp"

namespace luot::journal::upkeep {

/// Collects what is wrong, up to a number that a person can read; a damaged record may have a finding a row.
class Findings {
public:
    static constexpr std::size_t limit = 100;

    void add(std::int64_t seq, std::string what) {
        if (list_.size() < limit)
            list_.push_back({seq, std::move(what)});
        else
            ++more_;
    }
    bool empty() const { return list_.empty(); }
    std::vector<Finding> take() {
        if (more_ > 0) list_.push_back({0, fmt::format("and {} more findings", more_)});
        return std::move(list_);
    }

private:
    std::vector<Finding> list_;
    std::size_t more_ = 0;
};

}  // namespace luot::journal::upkeep
