#pragma once

#include <string>
#include <vector>

#include "../shim/FaultPlan.hpp"

namespace luot::faults {

/// The test's end of the faults under one program: its plan, mapped, and what the program must be started
/// with.
class Shim {
public:
    /// Faults on files in `folder`; the plan and the record of calls lie in `desk`.
    Shim(const std::string& folder, const std::string& desk);
    ~Shim();
    Shim(const Shim&) = delete;
    Shim& operator=(const Shim&) = delete;

    /// From now on files in that folder are meant; no program may run meanwhile.
    void watch(const std::string& folder);
    /// For Start::environment.
    std::vector<std::string> environment();
    /// Has every call recorded from the next start on.
    void record() { recording_ = true; }
    /// One a start, oldest first: a death may leave half of an entry at the end of one.
    const std::vector<std::string>& recordFiles() const { return recordFiles_; }

    struct When {
        std::uint32_t calls = everyCall;
        std::uint32_t places = everyPlace;
        std::int64_t nth = 1;
        bool forEver = false;
    };
    void dieAt(When when, Deed how);
    void failAt(When when, int error);
    void slow(When when, std::uint32_t microseconds);
    void heal();
    void shiftClock(std::int64_t seconds) { plan_->clockShiftNs = seconds * 1'000'000'000; }

    std::uint64_t seen() const { return plan_->seen; }
    std::uint64_t done() const { return plan_->done; }
    /// Entries in the record of calls up to now.
    std::uint64_t records() const { return plan_->records; }

private:
    void countRecords();
    void arm(When when, Deed deed);

    std::string desk_;
    bool recording_ = false;
    std::vector<std::string> recordFiles_;
    FaultPlan* plan_ = nullptr;
};

}  // namespace luot::faults
