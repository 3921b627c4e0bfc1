#include "server/centre/RulesOf.hpp"

#include <algorithm>
#include <tuple>

namespace luot::server::centre {

namespace {

using base::Minutes;
using base::Seconds;

queue::CentreTexts textsOf(const Description& description) {
    const auto& centre = description.centre;
    queue::CentreTexts texts;
    texts.id = centre.id;
    texts.nameVi = centre.name.vi;
    texts.nameEn = centre.name.en;
    texts.authorityVi = centre.authority.vi;
    texts.authorityEn = centre.authority.en;
    texts.hotline = centre.hotline;
    texts.noticesVi = centre.notices.vi;
    texts.noticesEn = centre.notices.en;
    texts.languages = centre.languages;
    texts.asksPriority = description.priority.askedAtKiosk;
    for (const auto& group : description.priority.groups) {
        texts.priorityGroupsVi.push_back(group.label.vi);
        texts.priorityGroupsEn.push_back(group.label.en);
    }
    return texts;
}

queue::Words wordsOf(const Words& words) { return {words.vi, words.en}; }

template <class Labelled>
std::vector<queue::Choosable> choosable(const std::vector<Labelled>& from) {
    std::vector<queue::Choosable> all;
    for (const auto& one : from) all.push_back({one.id, wordsOf(one.label)});
    return all;
}

Minutes lastTicketBefore(const WorkingTime& time, const std::string& service) {
    const auto& minutes = time.lastTicketMinutesBeforeSessionEnd;
    const auto own = minutes.find(service);
    const auto found = own == minutes.end() ? minutes.find("default") : own;
    return Minutes(found == minutes.end() ? 0 : found->second);
}

std::vector<queue::Service> servicesOf(const Description& description, const base::Calendar& calendar) {
    std::vector<queue::Service> services;
    for (const auto& place : description.services) {
        queue::Service service;
        service.id = place.id;
        service.numbers = numbersOf(place, description);
        service.labelVi = place.label.vi;
        service.labelEn = place.label.en;
        service.kioskOrder = place.kioskOrder;
        if (place.week) service.hours = calendarOf(calendar, *place.week);
        service.lastTicketBefore = lastTicketBefore(description.calendar, place.id);
        service.quota = place.quotaPerSession;
        services.push_back(std::move(service));
    }
    return services;
}

queue::SameDayResults sameDayOf(const Description& description, const Catalogue& catalogue) {
    const auto& calendar = description.calendar;
    if (calendar.sameDayCutoff.empty()) return {};
    queue::SameDayResults sameDay;
    sameDay.cutoff = *base::parseTimeOfDay(calendar.sameDayCutoff);
    sameDay.notice = wordsOf(calendar.sameDayCutoffNotice);
    for (const auto* procedure : sameDayProcedures(description, catalogue)) {
        sameDay.procedures.push_back(procedure->id);
        if (std::find(sameDay.services.begin(), sameDay.services.end(), procedure->service) ==
            sameDay.services.end())
            sameDay.services.push_back(procedure->service);
    }
    return sameDay;
}

queue::CallingRules callingOf(const Calling& calling) {
    queue::CallingRules rules;
    rules.undoWithin = Seconds(calling.undoSeconds);
    rules.recallMax = calling.recallMax;
    rules.recallGap = Seconds(calling.recallMinGapSeconds);
    rules.noShowAfterCalls = calling.noShowAfterCalls;
    rules.noShowAfter = Seconds(calling.noShowAfterSeconds);
    rules.lateReturnWithin = Minutes(calling.lateReturnMinutes);
    rules.lateReturnBehind = calling.lateReturnBehindTickets;
    rules.holdMax = Minutes(calling.holdMaxMinutes);
    rules.autoCall = calling.autoCall;
    rules.outcomes = choosable(calling.outcomes);
    rules.pauseReasons = choosable(calling.pauseReasons);
    return rules;
}

queue::LaneRules lanesOf(const Description& description) {
    queue::LaneRules rules;
    for (const auto& lane : description.priority.lanes) {
        if (lane.fromMinutesBefore) rules.appointmentFrom = Minutes(*lane.fromMinutesBefore);
        if (lane.toMinutesAfter) rules.appointmentTo = Minutes(*lane.toMinutesAfter);
    }
    rules.bulkFrom = bulkFrom(description);
    rules.bulkNumbers = bulkNumbersOf(description);
    return rules;
}

queue::WaitTargets targetsOf(const Targets& targets) {
    return {Minutes(targets.targetWaitMinutes), Minutes(targets.warnWaitMinutes),
            Minutes(targets.breachWaitMinutes), Minutes(targets.severeWaitMinutes)};
}

}  // namespace

std::vector<const Procedure*> proceduresHere(const Description& description, const Catalogue& catalogue) {
    std::vector<const Procedure*> procedures;
    for (const auto& procedure : catalogue.procedures) {
        const auto& [services, level] = std::tie(description.services, description.centre.level);
        const bool offered = std::any_of(services.begin(), services.end(),
                                         [&](const auto& place) { return place.id == procedure.service; });
        const auto& levels = procedure.levels;
        const bool here =
            levels.empty() || level.empty() || std::find(levels.begin(), levels.end(), level) != levels.end();
        if (offered && here) procedures.push_back(&procedure);
    }
    return procedures;
}

std::vector<const Procedure*> sameDayProcedures(const Description& description, const Catalogue& catalogue) {
    auto procedures = proceduresHere(description, catalogue);
    std::erase_if(procedures, [](const auto* procedure) { return !procedure->cutoffNotice; });
    return procedures;
}

queue::Rules rulesOf(const Description& description, const Holidays& holidays, const Catalogue& catalogue) {
    queue::Rules rules;
    rules.centre = textsOf(description);
    rules.calendar = calendarOf(description.calendar, holidays);
    rules.sameDay = sameDayOf(description, catalogue);
    for (const auto* procedure : proceduresHere(description, catalogue)) {
        const auto& label = procedure->kioskLabel;
        rules.procedures.push_back(
            {procedure->id, {label.empty() ? procedure->name.vi : label, procedure->name.en}});
    }
    rules.services = servicesOf(description, rules.calendar);
    for (const auto& desk : description.counters)
        rules.counters.push_back(counterOf(desk, description.services));
    rules.zones = choosable(description.zones);
    rules.units = choosable(description.units);
    for (const auto& clerk : description.clerks)
        rules.clerks.push_back({clerk.id, clerk.unit.value_or(""), clerk.skills, clerk.spare});
    rules.order = orderOf(description);
    rules.calling = callingOf(description.calling);
    rules.lanes = lanesOf(description);
    rules.targets = targetsOf(description.targets);
    rules.basis = basisOf(description);
    return rules;
}

}  // namespace luot::server::centre
