#include "queue/Decide.hpp"

#include "queue/decide/Decisions.hpp"

namespace luot::queue {

Decision decide(const Hall& hall, const Command& command, Instant now) {
    return std::visit([&](const auto& each) { return decide(hall, each, now); }, command);
}

}  // namespace luot::queue
