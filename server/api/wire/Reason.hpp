#pragma once

#include "queue/event/Tickets.hpp"

namespace luot::base {
class Wording;
}

namespace luot::server::api::wire {

/// Why that ticket was called, and the same as a sentence.
struct Reason : queue::Reason {
    std::optional<std::string> text;  ///< English
    std::optional<std::string> textVi;
};
BOOST_DESCRIBE_STRUCT(Reason, (queue::Reason), (text, textVi))

/// Without sentences when there is no wording.
Reason reason(const queue::Reason& given, const base::Wording* wording);

/// "Priority, waited 7 min, passed over A012, A013"
std::string sentence(const queue::Reason& given, const base::Wording& wording, std::string_view language);

}  // namespace luot::server::api::wire
