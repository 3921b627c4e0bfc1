#include "Shim.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>

#include "CallRecording.hpp"

namespace luot::faults {

Shim::Shim(const std::string& folder, const std::string& desk) : desk_(desk) {
    const auto path = desk + "/plan";
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0 || ftruncate(file, sizeof(FaultPlan)) != 0) throw std::runtime_error("cannot make " + path);
    void* place = mmap(nullptr, sizeof(FaultPlan), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (place == MAP_FAILED) throw std::runtime_error("cannot map " + path);
    plan_ = static_cast<FaultPlan*>(place);
    watch(folder);
}

Shim::~Shim() { munmap(plan_, sizeof *plan_); }

std::vector<std::string> Shim::environment() {
    std::vector<std::string> result{std::string("LD_PRELOAD=") + LUOT_FAULT_SHIM,
                                    "LUOT_FAULT_PLAN=" + desk_ + "/plan"};
    if (!recording_) return result;
    countRecords();
    recordFiles_.push_back(desk_ + "/calls-" + std::to_string(recordFiles_.size()));
    result.push_back("LUOT_FAULT_RECORD=" + recordFiles_.back());
    return result;
}

/// A program that was killed may not have counted the call that it wrote down last.
void Shim::countRecords() {
    std::uint64_t written = 0;
    for (const auto& file : recordFiles_)
        for (CallRecording recording(file); recording.next();) ++written;
    plan_->records = written;
}

void Shim::watch(const std::string& folder) {
    std::strncpy(plan_->folder, folder.c_str(), sizeof plan_->folder - 1);
}

void Shim::arm(When when, Deed deed) {
    plan_->deed = Deed::nothing;
    plan_->calls = when.calls;
    plan_->places = when.places;
    plan_->forEver = when.forEver ? 1 : 0;
    plan_->countdown = when.nth;
    plan_->deed = deed;
}

void Shim::dieAt(When when, Deed how) { arm(when, how); }

void Shim::failAt(When when, int error) {
    plan_->error = error;
    arm(when, Deed::fail);
}

void Shim::slow(When when, std::uint32_t microseconds) {
    plan_->delayUs = microseconds;
    when.forEver = true;
    arm(when, Deed::delay);
}

void Shim::heal() { plan_->deed = Deed::nothing; }

}  // namespace luot::faults
