#include "tests/simulation/hall/alone/KioskDisk.hpp"

#include <algorithm>

namespace luot::simulation {

using dispenser::offline::Note;

base::Result<> KioskDisk::keep(const std::vector<Note>& notes) {
    const bool fails = std::exchange(medium_.failsNext, false);
    if (!fails || medium_.landsAnyway) medium_.notes.insert(medium_.notes.end(), notes.begin(), notes.end());
    if (fails) return base::fail(base::Fault::storage, "the kiosk's disk did not say whether it wrote");
    return {};
}

base::Result<std::vector<Note>> KioskDisk::since(const std::string& name) {
    const auto newest = std::find_if(medium_.notes.rbegin(), medium_.notes.rend(),
                                     [&](const auto& note) { return note.name == name; });
    const auto first = newest == medium_.notes.rend() ? medium_.notes.begin() : newest.base() - 1;
    return std::vector<Note>(first, medium_.notes.end());
}

}  // namespace luot::simulation
