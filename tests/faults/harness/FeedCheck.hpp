#pragma once

#include <cstdint>
#include <string>

#include "base/json/Json.hpp"

namespace luot::faults {

/// Whether the frames of a stream are what a client may rely on: each event once, in order, none left out,
/// over every reconnection.
class FeedCheck {
public:
    /// What to say in the next greeting: "" or ,"feed":...,"since":...
    std::string greeting() const;
    /// True: an event, which came in its turn.
    bool see(const base::json::Object& frame);

    std::int64_t last() const { return last_; }
    int gaps() const { return gaps_; }
    int doubles() const { return doubles_; }
    int snapshots() const { return snapshots_; }

private:
    std::string feed_;
    std::int64_t last_ = -1;  ///< -1: nothing yet
    int gaps_ = 0;
    int doubles_ = 0;
    int snapshots_ = 0;
};

}  // namespace luot::faults
