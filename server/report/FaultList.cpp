#include "server/report/FaultList.hpp"

#include <algorithm>

#include "base/json/Json.hpp"
#include "server/hall/Halls.hpp"

namespace luot::server::report {

namespace {

class List {
public:
    void begin(Fault fault) { faults_.push_back(std::move(fault)); }

    /// That very one is not cured yet.
    bool lasts(const Fault& fault) const {
        return std::any_of(faults_.begin(), faults_.end(), [&](const Fault& known) {
            return known.code == fault.code && known.device == fault.device && known.detail == fault.detail &&
                   !known.endedAt;
        });
    }

    /// Whatever of that kind is not cured yet, is now.
    void end(std::string_view code, const std::optional<std::string>& device, base::Instant at) {
        for (auto& fault : faults_) {
            if (fault.code != code || fault.device != device || fault.endedAt) continue;
            fault.endedAt = at;
            fault.lastedS = std::chrono::floor<base::Seconds>(at - fault.beganAt).count();
        }
    }

    /// That was known only when it was over.
    void add(Fault fault, base::Instant at) {
        const auto code = fault.code;
        begin(std::move(fault));
        end(code, std::nullopt, at);
    }

    std::vector<Fault> take() { return std::move(faults_); }

private:
    std::vector<Fault> faults_;
};

Fault fault(std::string code, base::Instant at) { return {std::move(code), {}, {}, at, {}, {}}; }

void tell(List& list, const queue::DeviceLost& event, base::Instant at) {
    auto lost = fault("device_lost", at);
    lost.device = event.device;
    list.begin(std::move(lost));
}

void tell(List& list, const queue::DeviceBack& event, base::Instant at) {
    list.end("device_lost", event.device, at);
}

void tell(List& list, const queue::PrinterReported& event, base::Instant at) {
    list.end("printer", event.device, at);
    if (!event.fault) return;
    auto found = fault("printer", at);
    found.device = event.device;
    found.detail = base::json::snakeCase(boost::describe::enum_to_string(*event.fault, ""));
    list.begin(std::move(found));
}

void tell(List& list, const queue::ClockJumped& event, base::Instant at) {
    // Set once more, or right again: a jump of nothing.
    list.end("clock_set", std::nullopt, at);
    if (event.jump == base::Milliseconds(0)) return;
    auto set = fault("clock_set", at);
    set.detail = std::to_string(std::chrono::floor<base::Seconds>(event.jump).count());
    list.begin(std::move(set));
}

void tell(List& list, const queue::ServerRestarted& event, base::Instant at) {
    list.add(fault("server_down", event.downSince), at);
}

void tell(List& list, const queue::StorageRecovered& event, base::Instant at) {
    auto failed = fault("storage", event.since);
    failed.detail = event.what;
    list.add(std::move(failed), at);
}

void tell(List& list, const queue::BackupFailed& event, base::Instant at) {
    list.end("backup", std::nullopt, at);
    auto failed = fault("backup", at);
    failed.detail = event.what;
    list.begin(std::move(failed));
}

void tell(List& list, const queue::BackupMade&, base::Instant at) { list.end("backup", std::nullopt, at); }

/// Said anew on each day: it is the same fault until the kiosk has a series.
void tell(List& list, const queue::SeriesRefused& event, base::Instant at) {
    auto refused = fault("series_refused", at);
    refused.device = event.device;
    refused.detail = std::to_string(event.digit);
    if (list.lasts(refused)) return;
    list.end("series_refused", event.device, at);
    list.begin(std::move(refused));
}

void tell(List& list, const queue::SeriesBegun& event, base::Instant at) {
    list.end("series_refused", event.device, at);
}

template <class Other>
void tell(List&, const Other&, base::Instant) {}

}  // namespace

std::vector<Fault> faultsIn(const std::vector<journal::Row>& incidents) {
    List list;
    for (const auto& row : incidents)
        if (const auto event = hall::eventOf(row))
            std::visit([&](const auto& fact) { tell(list, fact, row.fact.at); }, *event);
    auto faults = list.take();
    std::stable_sort(faults.begin(), faults.end(),
                     [](const Fault& one, const Fault& other) { return one.beganAt < other.beganAt; });
    return faults;
}

std::vector<Fault> within(std::vector<Fault> faults, base::Date from, base::Date to) {
    std::erase_if(faults, [&](const Fault& fault) {
        return base::dateOf(fault.beganAt) > to || (fault.endedAt && base::dateOf(*fault.endedAt) < from);
    });
    return faults;
}

}  // namespace luot::server::report
