#include "server/centre/RulesOf.hpp"

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

queue::Service serviceOf(const ServicePlace& place, const Ticketing& ticketing) {
    queue::Service service;
    service.id = place.id;
    service.labelVi = place.label.vi;
    service.labelEn = place.label.en;
    service.kioskOrder = place.kioskOrder;
    service.numbers.prefix = place.prefix;
    service.numbers.first = place.firstNumber.value_or(ticketing.firstNumber);
    service.numbers.last = place.lastNumber ? place.lastNumber : ticketing.lastNumber;
    service.numbers.digits = place.digits.value_or(ticketing.digits);
    return service;
}

queue::CounterPlace counterOf(const CounterDesk& desk) {
    queue::CounterPlace counter;
    counter.number = desk.number;
    counter.labelVi = desk.label.vi;
    counter.labelEn = desk.label.en;
    counter.zone = desk.zone;
    for (const auto& served : desk.services) counter.services.push_back({served.service, served.rank});
    counter.callingServes = desk.callingServes;
    return counter;
}

}  // namespace

queue::Rules rulesOf(const Description& description, const Holidays& holidays) {
    const auto& [calling, targets, priority] =
        std::tie(description.calling, description.targets, description.priority);
    queue::Rules rules;
    rules.centre = textsOf(description);
    rules.calendar = calendarOf(description.calendar, holidays);
    for (const auto& service : description.services)
        rules.services.push_back(serviceOf(service, description.ticketing));
    for (const auto& counter : description.counters) rules.counters.push_back(counterOf(counter));
    rules.order.priority.callsInARow = priority.maxConsecutivePriorityPerCounter;
    rules.order.capAfter = Minutes(priority.capAppliesWhenNormalWaitExceedsMinutes);
    rules.order.rankHandicap = Minutes(calling.rankHandicapMinutes);
    rules.calling.undoWithin = Seconds(calling.undoSeconds);
    rules.calling.lateReturnWithin = Minutes(calling.lateReturnMinutes);
    rules.calling.lateReturnBehind = calling.lateReturnBehindTickets;
    rules.targets.target = Minutes(targets.targetWaitMinutes);
    rules.targets.warn = Minutes(targets.warnWaitMinutes);
    rules.targets.breach = Minutes(targets.breachWaitMinutes);
    rules.targets.severe = Minutes(targets.severeWaitMinutes);
    return rules;
}

}  // namespace luot::server::centre
