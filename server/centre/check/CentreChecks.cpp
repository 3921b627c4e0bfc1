#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "server/centre/RulesOf.hpp"
#include "server/centre/check/Checks.hpp"

namespace luot::server::centre::check {

namespace {

void checkTargets(const Document& document, const Targets& targets, Complaints& complaints) {
    const std::pair<const char*, int> steps[] = {{"warn_wait_minutes", targets.warnWaitMinutes},
                                                 {"target_wait_minutes", targets.targetWaitMinutes},
                                                 {"breach_wait_minutes", targets.breachWaitMinutes},
                                                 {"severe_wait_minutes", targets.severeWaitMinutes}};
    for (std::size_t i = 1; i < std::size(steps); ++i)
        if (steps[i].second < steps[i - 1].second)
            complaints.push_back(document.complaint(
                std::string("targets.") + steps[i].first,
                fmt::format("{} is less than {} {}; the order is warn, target, breach, severe",
                            steps[i].second, steps[i - 1].first, steps[i - 1].second)));
}

void checkRating(const Document& document, const Rating& rating, Complaints& complaints) {
    for (const auto& [key, labels] : {std::pair{"vi", &rating.labels.vi}, std::pair{"en", &rating.labels.en}})
        if (!labels->empty() && labels->size() != static_cast<std::size_t>(rating.scale))
            complaints.push_back(document.complaint(
                fmt::format("rating.labels.{}", key),
                fmt::format("has {} labels for a scale of {}", labels->size(), rating.scale)));
}

void checkDemand(const Document& document, const Expectation& demand, Complaints& complaints) {
    constexpr double tolerance = 0.001;
    double sum = 0;
    for (const auto& [service, share] : demand.mix) sum += share;
    if (!demand.mix.empty() && std::abs(sum - 1) > tolerance)
        complaints.push_back(document.complaint(
            "demand.mix", fmt::format("the shares make {:.3f} together; they must make 1", sum)));
}

}  // namespace

void complainOnce(const Document& document, const std::string& path, std::string what,
                  Complaints& complaints) {
    auto complaint = document.complaint(path, std::move(what));
    if (std::find(complaints.begin(), complaints.end(), complaint) == complaints.end())
        complaints.push_back(std::move(complaint));
}

/// Keys that say in the file what every hall does; there is no other way to set them.
void checkPromises(const Document& document, const Description& description, Complaints& complaints) {
    const auto& [calendar, calling, priority] =
        std::tie(description.calendar, description.calling, description.priority);
    const std::tuple<const char*, bool, bool> promises[] = {
        {"calendar.tickets_stay_valid_over_lunch", calendar.ticketsStayValidOverLunch, true},
        {"calendar.no_show_timer_runs_while_closed", calendar.noShowTimerRunsWhileClosed, false},
        {"calling.transfer_keeps_number", calling.transferKeepsNumber, true},
        {"priority.staff_may_change", priority.staffMayChange, true},
        {"priority.store_reason", priority.storeReason, false}};
    for (const auto& [path, written, kept] : promises)
        if (written != kept)
            complaints.push_back(
                document.complaint(path, fmt::format("can only be {}; no hall does otherwise", kept)));
}

void checkSameDay(const Document& document, const Centre& centre, Complaints& complaints) {
    const auto& description = centre.description;
    if (description.calendar.sameDayCutoff.empty()) return;
    if (sameDayProcedures(description, centre.catalogue).empty())
        complaints.push_back(document.complaint("calendar.same_day_cutoff",
                                                "no procedure of this centre has cutoff_notice = true; name "
                                                "a catalogue that says which, or delete it"));
}

void checkCentre(const Document& document, const Description& description, Complaints& complaints) {
    for (const auto check :
         {checkCalendar, checkOwnHours, checkNumbers, checkServed, checkCounters, checkLanes, checkPromises})
        check(document, description, complaints);
    checkTargets(document, description.targets, complaints);
    checkRating(document, description.rating, complaints);
    checkDemand(document, description.demand, complaints);
}

}  // namespace luot::server::centre::check
