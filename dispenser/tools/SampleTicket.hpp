#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "dispenser/print/TicketText.hpp"

namespace luot::dispenser::tools {

/// A ticket that nobody has taken, with a hall to it.
struct SampleTicket {
    protocol::Hall hall;
    protocol::Ticket ticket;
    print::TicketOccasion occasion;
};

/// "priority", "appointment", "bulk", "offline", "reprint", "next-day", "first" (nobody is before one),
/// "procedure".
const std::vector<std::string>& markNames();

/// Names, hotline, the first service and its counters come from the centre's file; without one they are
/// made up. invalidInput: the file cannot be read, or a mark is not known. `wording`: for what is made up.
base::Result<SampleTicket> sampleTicket(const std::optional<std::filesystem::path>& centre,
                                        const std::vector<std::string>& marks, const base::Wording& wording);

}  // namespace luot::dispenser::tools
