#include "server/hall/Withdrawal.hpp"

#include <algorithm>

#include "base/json/Json.hpp"

namespace luot::server::hall {

namespace {

/// The ticket that the answer to an `issue` tells.
std::optional<std::string> ticketIn(const Answers::Kept& kept) {
    if (!kept.body) return std::nullopt;
    const auto body = base::json::parse(*kept.body);
    const auto* object = body ? body->if_object() : nullptr;
    const auto* id = object ? object->if_contains("id") : nullptr;
    if (!id || !id->is_string()) return std::nullopt;
    return std::string(id->get_string());
}

}  // namespace

std::optional<Withdrawal> withdrawal(const queue::Command& command, const std::string& token,
                                     const Answers& answers) {
    const auto* merge = std::get_if<queue::MergeOfflineTickets>(&command);
    const auto asked = [](const auto& slip) { return slip.replaces.has_value(); };
    if (!merge || std::none_of(merge->slips.begin(), merge->slips.end(), asked)) return std::nullopt;
    auto found = *merge;
    Withdrawal result;
    for (auto& slip : found.slips) {
        if (!slip.replaces) continue;
        const auto* kept = answers.find(token, *slip.replaces);
        if (!kept) result.never.push_back(*slip.replaces);
        slip.replaces = kept ? ticketIn(*kept) : std::nullopt;
    }
    result.command = std::move(found);
    return result;
}

Answers::Kept neverAnswered() { return {"withdrawn", 409, nullptr}; }

}  // namespace luot::server::hall
