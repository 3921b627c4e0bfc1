#include "counter-client/hall/Choices.hpp"

#include <algorithm>

namespace luot::counterclient::hall {

namespace {

Choices usual(std::initializer_list<const char*> ids) {
    Choices choices;
    for (const auto* id : ids) choices.push_back({id, {}, {}});
    return choices;
}

}  // namespace

Choices outcomesOf(const protocol::Hall& hall) {
    if (!hall.centre.outcomes.empty()) return hall.centre.outcomes;
    return usual({"received", "supplement", "refused", "returned", "guided", "wrong", "left"});
}

Choices pauseReasonsOf(const protocol::Hall& hall) {
    if (!hall.centre.pauseReasons.empty()) return hall.centre.pauseReasons;
    return usual({"short", "meeting", "field", "dossier", "system", "other"});
}

const protocol::Choosable* choiceOf(const Choices& choices, std::string_view id) {
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&](const auto& one) { return one.id == id; });
    return found == choices.end() ? nullptr : &*found;
}

}  // namespace luot::counterclient::hall
