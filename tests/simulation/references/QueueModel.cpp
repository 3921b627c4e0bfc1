#include "QueueModel.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "simulator/twin/Day.hpp"

namespace luot::simulator::references {

namespace {

constexpr base::Date monday{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)};
constexpr double dayMs = 24.0 * 3600 * 1000;
/// The last visitor comes so early that the hall is empty before the day ends.
constexpr double usedPart = 0.9;
/// Longer units would not make the milliseconds of the hall's clock any less noticeable.
constexpr double longestUnitMs = 1000;

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::string serviceOf(const VisitorClass& visitors) { return "rank-" + std::to_string(visitors.rank); }

queue::Rules rulesOf(const QueueModel& model) {
    queue::Rules rules;
    const base::DayPlan allDay{{{base::TimeOfDay{0}, base::TimeOfDay{24 * 60}}}};
    rules.calendar.week.assign(7, allDay);
    rules.calendar.closesAfter = base::Minutes{0};
    queue::CounterPlace place;
    place.callingServes = true;  // one command less a ticket
    for (const auto& visitors : model.classes) {
        const auto id = serviceOf(visitors);
        if (std::any_of(rules.services.begin(), rules.services.end(),
                        [&](const auto& s) { return s.id == id; }))
            continue;
        queue::Service service;
        service.id = id;
        service.numbers.prefix = std::string(1, static_cast<char>('A' + visitors.rank));
        rules.services.push_back(service);
        place.services.push_back({id, visitors.rank});
    }
    for (place.number = 1; place.number <= model.counters; ++place.number) rules.counters.push_back(place);
    rules.order = model.order;
    return rules;
}

/// The merged stream of all classes.
class Stream {
public:
    Stream(const QueueModel& model, std::uint64_t seed, double unitMs) : model_(model), unitMs_(unitMs) {
        for (std::size_t i = 0; i < model.classes.size(); ++i) {
            dice_.emplace_back(seed, i + 1);
            nextAt_.push_back(gap(i));
        }
    }

    twin::Visitor next() {
        const auto which =
            static_cast<std::size_t>(std::min_element(nextAt_.begin(), nextAt_.end()) - nextAt_.begin());
        const auto& visitors = model_.classes[which];
        twin::Visitor visitor;
        visitor.at = base::instantAt(monday, base::TimeOfDay{}) + inMs(nextAt_[which]);
        visitor.priority = visitors.priority;
        visitor.first.service = serviceOf(visitors);
        visitor.first.atCounter = inMs(visitors.service(dice_[which]));
        nextAt_[which] += gap(which);
        return visitor;
    }

private:
    double gap(std::size_t which) { return exponential(1 / model_.classes[which].rate)(dice_[which]); }
    base::Milliseconds inMs(double units) const { return base::Milliseconds(std::llround(units * unitMs_)); }

    const QueueModel& model_;
    double unitMs_;
    std::vector<people::Dice> dice_;
    std::vector<double> nextAt_;  ///< by class, in the model's time
};

double unitOf(const QueueModel& model, int visitors) {
    double rate = 0;
    for (const auto& each : model.classes) rate += each.rate;
    return std::min(longestUnitMs, usedPart * dayMs * rate / visitors);
}

/// 99.5 % quantile of Student's t by the expansion of Cornish and Fisher; good to 0.01 from 10 degrees on.
double studentT(double degrees) {
    constexpr double z = 2.5758293035489;
    const double z3 = z * z * z;
    const double z5 = z3 * z * z;
    return z + (z3 + z) / (4 * degrees) + (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees * degrees);
}

}  // namespace

Draw exponential(double mean) {
    return [=](people::Dice& dice) { return -mean * std::log(1 - dice.uniform()); };
}

Draw constant(double value) {
    return [=](people::Dice&) { return value; };
}

Draw erlang2(double mean) {
    return [=](people::Dice& dice) {
        return -mean / 2 * (std::log(1 - dice.uniform()) + std::log(1 - dice.uniform()));
    };
}

Draw evenly(double from, double to) {
    return [=](people::Dice& dice) { return from + (to - from) * dice.uniform(); };
}

Draw logNormal(double mean, double cv) {
    const double sigma = std::sqrt(std::log(1 + cv * cv));
    const double median = mean * std::exp(-sigma * sigma / 2);
    return [=](people::Dice& dice) { return dice.logNormal(median, sigma); };
}

Waits replicate(const QueueModel& model, std::uint64_t seed, const Length& length) {
    const int all = length.warmUp + length.measured + length.after;
    const double unitMs = unitOf(model, all);
    Stream stream(model, seed, unitMs);
    base::Instant from{};
    base::Instant to{};
    int came = 0;
    const auto next = [&]() -> std::optional<twin::Visitor> {
        if (came == all) return std::nullopt;
        auto visitor = stream.next();
        if (came == length.warmUp) from = visitor.at;
        if (came == length.warmUp + length.measured) to = visitor.at;
        ++came;
        return visitor;
    };
    // Who comes to an idle counter is called before the next one comes: from and to are known when they
    // count.
    Waits waits(model.classes.size());
    const auto sink = [&](const twin::Outcome& outcome) {
        if (from == base::Instant{} || outcome.issuedAt < from) return;
        if (to != base::Instant{} && outcome.issuedAt >= to) return;
        for (std::size_t i = 0; i < model.classes.size(); ++i)
            if (model.classes[i].priority == outcome.priority &&
                serviceOf(model.classes[i]) == outcome.service)
                waits[i].push_back(static_cast<double>(outcome.waited.count()) / unitMs);
    };
    std::vector<twin::Shift> shifts;
    const auto midnight = base::instantAt(monday, base::TimeOfDay{});
    for (int i = 1; i <= model.counters; ++i)
        shifts.push_back({i, midnight, midnight + std::chrono::hours(24)});
    twin::Day(rulesOf(model), monday, shifts).play(next, sink);
    return waits;
}

std::vector<double> meanWaits(const Waits& waits) {
    std::vector<double> means;
    for (const auto& ofClass : waits) means.push_back(mean(ofClass));
    return means;
}

std::vector<Estimate> estimate(const std::vector<std::vector<double>>& replications) {
    const auto count = static_cast<double>(replications.size());
    std::vector<Estimate> estimates(replications.front().size());
    for (std::size_t i = 0; i < estimates.size(); ++i) {
        auto& [middle, halfWidth] = estimates[i];
        for (const auto& replication : replications) middle += replication[i] / count;
        double squares = 0;
        for (const auto& replication : replications) squares += std::pow(replication[i] - middle, 2);
        halfWidth = studentT(count - 1) * std::sqrt(squares / (count - 1) / count);
    }
    return estimates;
}

}  // namespace luot::simulator::references
