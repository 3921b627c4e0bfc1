#include "simulator/twin/Waiting.hpp"

namespace luot::simulator::twin {

void Waiting::add(const Outcome& outcome) {
    add(all_, outcome);
    add(outcome.priority ? priority_ : normal_, outcome);
    add(services_[outcome.service], outcome);
    passedOver_ += outcome.passedOver;
}

void Waiting::add(Group& group, const Outcome& outcome) const {
    group.minutes.add(std::chrono::duration<double, std::ratio<60>>(outcome.waited).count());
    if (!outcome.called)
        ++group.neverCalled;
    else if (outcome.waited <= target_)
        ++group.inTime;
}

std::map<std::string, WaitFigures> Waiting::byService() const {
    std::map<std::string, WaitFigures> all;
    for (const auto& [service, group] : services_) all[service] = figuresOf(group);
    return all;
}

double Waiting::passedOver() const {
    const auto called = all_.minutes.count() - all_.neverCalled;
    return called == 0 ? 0 : passedOver_ / static_cast<double>(called);
}

WaitFigures Waiting::figuresOf(const Group& group) {
    WaitFigures figures;
    figures.count = group.minutes.count();
    figures.neverCalled = group.neverCalled;
    figures.mean = group.minutes.mean();
    figures.p50 = group.minutes.percentile(0.5);
    figures.p90 = group.minutes.percentile(0.9);
    figures.longest = group.minutes.most();
    if (figures.count > 0)
        figures.withinTarget = static_cast<double>(group.inTime) / static_cast<double>(figures.count);
    return figures;
}

}  // namespace luot::simulator::twin
