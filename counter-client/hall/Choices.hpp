#pragma once

#include <vector>

#include "protocol/Hall.hpp"

/// What a clerk chooses from, in the order of the keys 1 to 9.
namespace luot::counterclient::hall {

using Choices = std::vector<protocol::Choosable>;

/// How a service can end: the centre's list, or the usual one, which has no labels: its names stand in the
/// wording as clerk.oc_<id>.
Choices outcomesOf(const protocol::Hall& hall);
/// Why a counter pauses; the usual ones stand in the wording as clerk.pr_<id>.
Choices pauseReasonsOf(const protocol::Hall& hall);

/// Null when there is no such id.
const protocol::Choosable* choiceOf(const Choices& choices, std::string_view id);

}  // namespace luot::counterclient::hall
