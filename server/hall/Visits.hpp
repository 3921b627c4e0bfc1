#pragma once

#include "journal/Journal.hpp"
#include "queue/Event.hpp"
#include "queue/Hall.hpp"

namespace luot::server::hall {

/// The row of a ticket in the table that reports are made from.
journal::Visit visitOf(const queue::Ticket& ticket, base::Instant endedAt);

/// What the event changes in that table: an ended ticket adds its row, one that comes back takes it out.
journal::VisitChange visitChange(const queue::Event& event, base::Instant at);

/// The same from a row of the journal, for verify and rebuild.
journal::Projector visitProjector();

}  // namespace luot::server::hall
