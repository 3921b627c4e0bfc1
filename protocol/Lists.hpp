#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "base/json/Json.hpp"
#include "protocol/Messages.hpp"

/// What HallView's parts share: the hall's lists and how to find something in them.
namespace luot::protocol {

using TicketList = std::vector<Ticket> Hall::*;
inline constexpr std::array<TicketList, 5> placeLists{&Hall::waiting, &Hall::called, &Hall::serving,
                                                      &Hall::held, &Hall::missed};

inline bool byPlace(const Ticket& a, const Ticket& b) { return a.place < b.place; }

/// Null when no element's `member` is `key`.
template <class List, class Key, class Member>
auto find(List& list, const Key& key, Member member) -> decltype(list.data()) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.*member == key; });
    return found == list.end() ? nullptr : &*found;
}

/// A member of the event's data. Error: invalidInput when it is missing or wrong.
template <class T>
base::Result<T> member(const EventFrame& event, std::string_view name) {
    const auto* value = event.data.if_contains(name);
    if (!value)
        return base::fail(base::Fault::invalidInput, event.name + " has no '" + std::string(name) + "'");
    return base::json::decode<T>(*value);
}

}  // namespace luot::protocol
