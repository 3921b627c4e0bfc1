#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <numeric>
#include <sstream>

#include "QueueModel.hpp"
#include "base/json/Json.hpp"

// The hall's rules under textbook arrivals and service times against exact figures (Erlang C,
// Pollaczek-Khinchine, Cobham, Kleinrock) of queue-references.json. Each case is a number of independent
// replications from fixed seeds: every one begins with an empty hall, its warm-up is left out, and the
// interval is Student's over the replications' means. LUOT_LONG=1 goes on until the interval is narrower than
// 1 % and asks for 1 % where the load is at most 0.8.
namespace luot::simulator::references {
namespace {

constexpr int replications = 20;
constexpr int mostReplications = 4'000;
constexpr double highestLongLoad = 0.8;
constexpr double longTolerance = 0.01;

bool isLong() {
    const char* asked = std::getenv("LUOT_LONG");
    return asked && std::string_view(asked) == "1";
}

const base::json::Value& exact(std::string_view family) {
    static const base::json::Value root = [] {
        std::ifstream file(LUOT_SOURCE_DIR "/tests/simulation/references/queue-references.json");
        std::stringstream text;
        text << file.rdbuf();
        auto parsed = base::json::parse(text.str());
        return parsed ? *parsed : base::json::Value{};
    }();
    return root.at(family);
}

double number(const base::json::Value& value) {
    return value.is_string() ? std::stod(std::string(value.as_string())) : value.to_number<double>();
}

std::vector<double> numbers(const base::json::Value& value) {
    std::vector<double> all;
    for (const auto& each : value.as_array()) all.push_back(number(each));
    return all;
}

using Figures = std::vector<double> (*)(const Waits&);

bool isNarrow(const std::vector<Estimate>& estimates) {
    return std::all_of(estimates.begin(), estimates.end(), [](const auto& estimate) {
        return estimate.halfWidth < 0.9 * longTolerance * estimate.mean;
    });
}

/// Many counters forget their beginning after so many more visitors.
Length lengthFor(const QueueModel& model) {
    Length length;
    if (model.counters >= 10) length.measured *= 2;
    return length;
}

/// Seeds of its own for every case, so that one unlucky day does not speak in all of them; they follow from
/// the exact figure and are not chosen.
std::uint64_t firstSeed(const QueueModel& model, double expected) {
    constexpr std::uint64_t apart = 1'000'000;
    return apart * static_cast<std::uint64_t>(std::llround(1'000 * expected + model.counters));
}

std::vector<Estimate> run(const QueueModel& model, Figures figures, std::uint64_t seed) {
    std::vector<std::vector<double>> each;
    std::vector<Estimate> estimates;
    do {
        for (int i = 0; i < replications; ++i)
            each.push_back(figures(replicate(model, seed + each.size(), lengthFor(model))));
        estimates = estimate(each);
    } while (isLong() && !isNarrow(estimates) && std::ssize(each) < mostReplications);
    return estimates;
}

void expectExact(const QueueModel& model, double load, const std::vector<double>& expected,
                 Figures figures = meanWaits) {
    if (isLong() && load > highestLongLoad + 1e-9) return;
    const auto estimates = run(model, figures, firstSeed(model, expected.front()));
    ASSERT_EQ(estimates.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto& [mean, halfWidth] = estimates[i];
        std::printf("    figure %zu: exact %.5f, run %.5f +- %.5f\n", i + 1, expected[i], mean, halfWidth);
        if (isLong())
            EXPECT_NEAR(mean, expected[i], longTolerance * expected[i]);
        else
            EXPECT_TRUE(estimates[i].holds(expected[i]))
                << "exact " << expected[i] << ", run " << mean << " +- " << halfWidth;
    }
}

queue::OrderRules strictPriority() {
    queue::OrderRules order;
    order.priority = {1, queue::strictHeadStart, 0};
    order.ceiling = base::Minutes{0};
    order.rankHandicap = base::Minutes{0};
    return order;
}

/// The rank is what decides, whoever has waited how long.
queue::OrderRules strictRank() {
    auto order = strictPriority();
    order.rankHandicap = base::Minutes{24 * 60};
    return order;
}

QueueModel oneClass(int counters, double rate, Draw service) {
    return {counters, {{rate, std::move(service)}}, strictPriority()};
}

QueueModel twoClasses(int counters, const std::vector<double>& rates, const std::vector<double>& mu) {
    return {counters,
            {{rates[0], exponential(1 / mu[0]), true}, {rates[1], exponential(1 / mu[1]), false}},
            strictPriority()};
}

/// As many classes as there are ranks, each with a service of its own.
QueueModel byRank(const std::vector<double>& rates, const std::vector<double>& mu) {
    QueueModel model{1, {}, strictRank()};
    for (std::size_t i = 0; i < rates.size(); ++i)
        model.classes.push_back({rates[i], exponential(1 / mu[i]), false, static_cast<int>(i) + 1});
    return model;
}

/// The mean wait, the share of those who wait at all, and the 80 and 90 % quantiles.
std::vector<double> erlangFigures(const Waits& waits) {
    auto all = waits.front();
    std::sort(all.begin(), all.end());
    const auto at = [&](double share) {
        return all[static_cast<std::size_t>(share * static_cast<double>(all.size()))];
    };
    const auto waiting = all.end() - std::upper_bound(all.begin(), all.end(), 0.0);
    return {meanWaits(waits).front(), static_cast<double>(waiting) / static_cast<double>(all.size()), at(0.8),
            at(0.9)};
}

TEST(ExactFiguresTest, HoldsErlangCForSeveralCounters) {
    for (const auto& reference : exact("MMc").as_array()) {
        const int counters = reference.at("c").to_number<int>();
        const double rate = number(reference.at("lam"));
        const double mu = number(reference.at("mu"));
        SCOPED_TRACE(base::json::serialize(reference));
        std::printf("M/M/%d, rate %g, mu %g\n", counters, rate, mu);
        expectExact(oneClass(counters, rate, exponential(1 / mu)), rate / mu / counters,
                    {number(reference.at("Wq")), number(reference.at("ErlangC")),
                     number(reference.at("W_P80")), number(reference.at("W_P90"))},
                    erlangFigures);
    }
}

TEST(ExactFiguresTest, HoldsPollaczekKhinchineForAnyServiceTime) {
    const std::map<std::string, Draw> services{{"M/D/1", constant(1)},
                                               {"M/E2/1", erlang2(1)},
                                               {"M/U(0,2)/1", evenly(0, 2)},
                                               {"M/LN(mean 5,cv 0.8)/1", logNormal(5, 0.8)}};
    for (const auto& reference : exact("MG1_PK").as_array()) {
        const std::string model(reference.at("model").as_string());
        if (model == "M/M/1") continue;  // the first of Erlang's
        SCOPED_TRACE(model);
        std::printf("%s\n", model.c_str());
        expectExact(oneClass(1, number(reference.at("lam")), services.at(model)), number(reference.at("rho")),
                    {number(reference.at("Wq"))});
    }
}

TEST(ExactFiguresTest, HoldsCobhamForStrictPriorityAtOneCounter) {
    for (const auto& reference : exact("MM1_nonpreemptive_priority_Cobham").as_array()) {
        const auto rates = numbers(reference.at("lam"));
        const auto mu = numbers(reference.at("mu"));
        SCOPED_TRACE(base::json::serialize(reference));
        std::printf("Cobham %s\n", base::json::serialize(reference.at("lam")).c_str());
        double load = 0;
        for (std::size_t i = 0; i < rates.size(); ++i) load += rates[i] / mu[i];
        const auto model = rates.size() == 2 ? twoClasses(1, rates, mu) : byRank(rates, mu);
        expectExact(model, load, numbers(reference.at("Wq")));
    }
}

TEST(ExactFiguresTest, HoldsKleinrockForAccumulatingPriority) {
    for (const auto& reference : exact("APQ_MM1").as_array()) {
        const auto rates = numbers(reference.at("lam"));
        const auto slopes = numbers(reference.at("b"));
        SCOPED_TRACE(base::json::serialize(reference));
        std::printf("accumulating priority, rates %s, b %s\n",
                    base::json::serialize(reference.at("lam")).c_str(),
                    base::json::serialize(reference.at("b")).c_str());
        auto model = twoClasses(1, rates, {1, 1});
        model.order.priority = {slopes[0] / slopes[1], base::Minutes{0}, 0};
        expectExact(model, rates[0] + rates[1], {number(reference.at("W1")), number(reference.at("W2"))});
    }
}

TEST(ExactFiguresTest, HoldsTheTwoClassesOfSeveralCounters) {
    for (const auto& reference : exact("MMc_nonpreemptive_priority").as_array()) {
        const int counters = reference.at("c").to_number<int>();
        const auto rates = numbers(reference.at("lam"));
        const double mu = number(reference.at("mu"));
        SCOPED_TRACE(base::json::serialize(reference));
        std::printf("two classes, %d counters\n", counters);
        expectExact(twoClasses(counters, rates, {mu, mu}), (rates[0] + rates[1]) / mu / counters,
                    numbers(reference.at("Wq")));
    }
}

}  // namespace
}  // namespace luot::simulator::references
