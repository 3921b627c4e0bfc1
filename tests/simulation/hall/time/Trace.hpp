#pragma once

#include <cstdint>
#include <deque>
#include <fstream>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tests/simulation/hall/time/Timeline.hpp"

namespace luot::simulation {

/// All that happened in a run, as one hash, and its last lines for people. Ids are random, as in a real hall:
/// here they are named in the order in which they come up, so that two runs of a seed agree, and do so only
/// if nothing in the hall depends on what an id happens to be.
class Trace {
public:
    /// With LUOT_TRACE=FILE in the environment every line is added to that file.
    explicit Trace(const Timeline& timeline);

    /// `who` did or got `what`.
    void note(std::string_view who, std::string_view what);
    std::uint64_t hash() const { return hash_; }
    std::uint64_t lines() const { return lines_; }
    /// The newest lines, cut to a readable length.
    std::string tail() const;

private:
    std::string plain(std::string_view text);

    const Timeline& timeline_;
    std::unordered_map<std::string, std::string> names_;
    std::deque<std::string> newest_;
    std::ofstream file_;
    std::uint64_t hash_ = 0xcbf29ce484222325ULL;
    std::uint64_t lines_ = 0;
};

}  // namespace luot::simulation
