#include "server/api/wire/Centre.hpp"

#include "server/api/wire/Words.hpp"

namespace luot::server::api::wire {

namespace {

std::vector<protocol::Choosable> choosables(const std::vector<queue::Choosable>& all) {
    std::vector<protocol::Choosable> shown;
    for (const auto& one : all) shown.push_back({one.id, one.label.vi, one.label.en});
    return shown;
}

void putTexts(protocol::Centre& shown, const queue::CentreTexts& texts) {
    shown.id = texts.id;
    shown.nameVi = texts.nameVi;
    shown.nameEn = texts.nameEn;
    shown.authorityVi = texts.authorityVi;
    shown.authorityEn = texts.authorityEn;
    shown.hotline = texts.hotline;
    shown.noticesVi = texts.noticesVi;
    shown.noticesEn = texts.noticesEn;
    shown.languages = texts.languages;
    shown.asksPriority = texts.asksPriority;
    shown.priorityGroupsVi = texts.priorityGroupsVi;
    shown.priorityGroupsEn = texts.priorityGroupsEn;
}

void putLimits(protocol::Centre& shown, const queue::Rules& rules) {
    const auto& calling = rules.calling;
    shown.targetWaitS = seconds(rules.targets.target);
    shown.warnWaitS = seconds(rules.targets.warn);
    shown.breachWaitS = seconds(rules.targets.breach);
    shown.severeWaitS = seconds(rules.targets.severe);
    shown.undoWithinS = seconds(calling.undoWithin);
    shown.lateReturnWithinS = seconds(calling.lateReturnWithin);
    shown.recallMax = calling.recallMax;
    shown.recallGapS = seconds(calling.recallGap);
    shown.noShowAfterCalls = calling.noShowAfterCalls;
    shown.noShowAfterS = seconds(calling.noShowAfter);
    shown.holdMaxS = seconds(calling.holdMax);
    shown.autoCall = calling.autoCall;
    shown.appointmentFromS = seconds(rules.lanes.appointmentFrom);
    shown.appointmentToS = seconds(rules.lanes.appointmentTo);
    shown.headStarts = {seconds(rules.order.priority.headStart), seconds(rules.order.appointment.headStart),
                        seconds(rules.order.lateResult.headStart)};
}

}  // namespace

protocol::Centre centre(const queue::Rules& rules) {
    protocol::Centre shown;
    putTexts(shown, rules.centre);
    putLimits(shown, rules);
    shown.outcomes = choosables(rules.calling.outcomes);
    shown.pauseReasons = choosables(rules.calling.pauseReasons);
    shown.zones = choosables(rules.zones);
    shown.units = choosables(rules.units);
    shown.nextDayNoticeVi = rules.sameDay.notice.vi;
    shown.nextDayNoticeEn = rules.sameDay.notice.en;
    return shown;
}

std::vector<protocol::Clerk> clerks(const queue::Rules& rules) {
    std::vector<protocol::Clerk> shown;
    for (const auto& clerk : rules.clerks) shown.push_back({clerk.id, clerk.unit, clerk.skills, clerk.spare});
    return shown;
}

}  // namespace luot::server::api::wire
