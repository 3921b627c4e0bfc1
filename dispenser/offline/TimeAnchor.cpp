#include "dispenser/offline/TimeAnchor.hpp"

#include <fstream>

#include "base/Ids.hpp"

namespace luot::dispenser::offline {

KnownTime TimeAnchor::at(const std::string& bootNow, std::int64_t ticksNow, base::Instant wallNow) const {
    const auto passed = [this](double milliseconds) {
        return base::Milliseconds(static_cast<std::int64_t>(milliseconds * speed));
    };
    if (bootNow == boot) return {centre + passed(static_cast<double>(ticksNow - ticks)), true};
    if (wallNow < wall) return {centre, false};
    return {centre + passed(static_cast<double>((wallNow - wall).count())), true};
}

std::string bootId() {
    // Linux: a random id made at each start of the machine.
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id.empty() ? base::newId() : id;
}

}  // namespace luot::dispenser::offline
