#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "../harness/Ledger.hpp"

namespace luot::faults {

/// How many kills a part of the tests does: its share, in percent, of LUOT_KILLS, which is 200 unless set.
int killsOf(int percent);
/// Centres that are killed beside each other: one, and several when there are thousands of kills.
int lanes();

/// The sum over all tests of this program, printed in the end.
class Tally {
public:
    static Tally& whole();

    void kill() { count(kills_); }
    void cut() { count(cuts_); }
    /// False when the verdict is a bad one, which then is in words in the test's output.
    bool add(const Verdict& verdict);
    void restarted(double milliseconds);
    void print() const;

private:
    void count(int& number) {
        const std::scoped_lock lock(mutex_);
        ++number;
    }

    mutable std::mutex mutex_;
    int kills_ = 0;
    int cuts_ = 0;  ///< power cuts
    Verdict sum_;
    std::vector<double> restarts_;
};

}  // namespace luot::faults
