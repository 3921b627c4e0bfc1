#include <algorithm>

#include "server/centre/RulesOf.hpp"

namespace luot::server::centre {

namespace {

queue::TakesPriority takesPriority(const std::string& word) {
    if (word == "no") return queue::TakesPriority::no;
    return word == "only" ? queue::TakesPriority::only : queue::TakesPriority::yes;
}

/// Among priority tickets the first come goes first, whatever the field: no rank sets one back.
void serveFirst(const std::string& service, std::vector<queue::RankedService>& served) {
    const auto found = std::find_if(served.begin(), served.end(),
                                    [&](const auto& ranked) { return ranked.service == service; });
    if (found == served.end())
        served.push_back({service, 1});
    else
        found->rank = 1;
}

}  // namespace

queue::CounterPlace counterOf(const CounterDesk& desk, const std::vector<ServicePlace>& services) {
    queue::CounterPlace counter;
    counter.number = desk.number;
    counter.labelVi = desk.label.vi;
    counter.labelEn = desk.label.en;
    counter.zone = desk.zone;
    for (const auto& served : desk.services) counter.services.push_back({served.service, served.rank});
    for (const auto& service : desk.priorityServices) {
        if (service != "*")
            serveFirst(service, counter.services);
        else
            for (const auto& one : services) serveFirst(one.id, counter.services);
    }
    counter.priority = takesPriority(desk.priority);
    counter.idleFallback = desk.idleFallback;
    counter.lanes = desk.lanes;
    counter.unit = desk.unit.value_or("");
    counter.callingServes = desk.callingServes;
    return counter;
}

}  // namespace luot::server::centre
