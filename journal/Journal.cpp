#include "journal/Journal.hpp"

#include <utility>

namespace luot::journal {

void Batch::change(VisitChange change) {
    if (change.visit) {
        std::erase(visitsUndone, change.visit->ticket);
        visits.push_back(std::move(*change.visit));
    }
    if (change.undone) {
        std::erase_if(visits, [&](const Visit& visit) { return visit.ticket == *change.undone; });
        visitsUndone.push_back(std::move(*change.undone));
    }
}

}  // namespace luot::journal
