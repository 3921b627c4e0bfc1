#include "queue/Decide.hpp"

#include "queue/decide/Decisions.hpp"

namespace luot::queue {

Decision decide(const Hall& hall, const Command& command, Instant now) {
    return std::visit([&](const auto& each) { return decide(hall, each, now); }, command);
}

std::vector<WrongElement> wrongElements(const Hall& hall, const Command& command, Instant now) {
    if (const auto* map = std::get_if<ChangeMap>(&command)) return wrongElements(hall, *map, now);
    if (const auto* list = std::get_if<ImportAppointments>(&command)) return wrongElements(hall, *list, now);
    return {};
}

}  // namespace luot::queue
