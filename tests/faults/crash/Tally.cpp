#include "Tally.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace luot::faults {

namespace {

constexpr int usualKills = 200;
constexpr int manyKills = 1000;

int allKills() {
    const char* asked = std::getenv("LUOT_KILLS");
    return asked ? std::max(1, std::atoi(asked)) : usualKills;
}

/// Prints the sum when all tests of the program have run.
class Sum final : public testing::Environment {
public:
    void TearDown() override { Tally::whole().print(); }
};
[[maybe_unused]] const auto* const registered = testing::AddGlobalTestEnvironment(new Sum);

}  // namespace

int killsOf(int percent) { return std::max(1, allKills() * percent / 100); }

int lanes() { return allKills() >= manyKills ? 4 : 1; }

Tally& Tally::whole() {
    static Tally tally;
    return tally;
}

bool Tally::add(const Verdict& verdict) {
    const std::scoped_lock lock(mutex_);
    sum_.add(verdict);
    return verdict.kept();
}

void Tally::restarted(double milliseconds) {
    const std::scoped_lock lock(mutex_);
    restarts_.push_back(milliseconds);
}

void Tally::print() const {
    const std::scoped_lock lock(mutex_);
    std::printf("%d kills and %d power cuts: %d lost, %d doubled, %d called twice\n", kills_, cuts_,
                sum_.lost, sum_.doubled, sum_.calledTwice);
    std::printf("    %s\n", sum_.text().c_str());
    if (restarts_.empty()) return;
    auto sorted = restarts_;
    std::sort(sorted.begin(), sorted.end());
    std::printf("    restart: %.0f ms in the middle, %.0f ms at worst, of %zu\n", sorted[sorted.size() / 2],
                sorted.back(), sorted.size());
}

}  // namespace luot::faults
