#pragma once

#include "base/Wording.hpp"
#include "dispenser/print/TicketLayout.hpp"
#include "protocol/Hall.hpp"

namespace luot::dispenser::test {

const base::Wording& wording();

/// The ward of the pictures: thirteen services, ten counters, some people waiting, at 09:42.
protocol::Hall exampleHall();
base::Instant exampleNow();

/// B019 of that hall, with an estimate and a tracking page.
protocol::Ticket exampleTicket();

/// "full" or "short" of config/tickets.
print::TicketPaper paperOf(const std::string& form, int width);

}  // namespace luot::dispenser::test
