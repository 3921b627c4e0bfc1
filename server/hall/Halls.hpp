#pragma once

#include <string>

#include "journal/Journal.hpp"
#include "queue/Decide.hpp"
#include "server/hall/Board.hpp"

namespace luot::server::hall {

/// A hall with what screens show of its day, at one place of the journal.
struct Standing {
    queue::Hall hall;
    Board board;
    std::int64_t seq = 0;

    /// Applies the fact with sequence number `seq` + 1.
    void apply(const queue::Event& event, base::Instant at);
};

/// Reads today's standing from the journal: the rules that hold and everything since the day before ended.
/// Blocks: database thread only.
base::Result<Standing> replay(journal::Journal& journal);

/// Applies the rows after `standing.seq`. Blocks: database thread only.
base::Result<> catchUp(journal::Journal& journal, Standing& standing);

/// The event of a journal row; storage when the row cannot be read, with its sequence number.
base::Result<queue::Event> eventOf(const journal::Row& row);

}  // namespace luot::server::hall
