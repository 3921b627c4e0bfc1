#pragma once

#include <string>
#include <string_view>

#include "base/json/Json.hpp"

namespace luot::counterclient::desk {

/// A command for the server, as its stream names it; it gets its id when it is sent.
struct Order {
    std::string name;
    base::json::Object args;

    bool operator==(const Order&) const = default;
};

inline Order counterOrder(std::string_view name, int counter) {
    return {std::string(name), base::json::Object{{"counter", counter}}};
}

inline Order ticketOrder(std::string_view name, std::string_view ticketId) {
    return {std::string(name), base::json::Object{{"ticket", ticketId}}};
}

}  // namespace luot::counterclient::desk
