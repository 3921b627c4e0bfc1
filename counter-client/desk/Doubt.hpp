#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>

namespace luot::counterclient::desk {

/// A visit of the time without the server that does not fit what the server knows: the clerk is asked.
struct Doubt {
    std::string ticket;
    std::optional<std::string> number = std::nullopt;
    std::string state{};  ///< of the ticket now
    std::optional<int> counter = std::nullopt;

    bool operator==(const Doubt&) const = default;
};
BOOST_DESCRIBE_STRUCT(Doubt, (), (ticket, number, state, counter))

/// The clerk's answer as an order, which never reaches the server itself.
constexpr const char* doubtOrder = "answer_doubt";

}  // namespace luot::counterclient::desk
