#pragma once

#include <string_view>

#include "dispenser/print/TicketText.hpp"

namespace luot::dispenser::print {

/// What the words of a ticket are made of.
struct Source {
    const protocol::Ticket& ticket;
    const protocol::Hall& hall;
    const TicketOccasion& occasion;
};

/// One thing that a ticket can say, by the name that forms use.
struct Content {
    std::string_view name;
    /// Empty: there is nothing to say.
    std::string (*text)(const Source& source, const TicketWords& words);
};

const std::vector<Content>& contents();

}  // namespace luot::dispenser::print
