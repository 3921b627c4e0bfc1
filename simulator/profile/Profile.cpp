#include "simulator/profile/Profile.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/Time.hpp"
#include "base/settings/toml/Constraint.hpp"
#include "base/settings/toml/Reader.hpp"

namespace luot::simulator::profile {

namespace toml = base::settings::toml;

namespace {

constexpr double shareTolerance = 0.001;

std::vector<toml::Constraint> profileConstraints() {
    constexpr double day = 24 * 60;  // minutes
    return {
        toml::required("slots"),
        toml::required("slots[].start"),
        toml::required("slots[].minutes"),
        toml::required("slots[].share"),
        toml::within("slots[].minutes", 1, day),
        toml::within("slots[].share", 0, 1),
        toml::unique("slots[].start"),
        toml::required("weekday_factor"),
        toml::within("weekday_factor.*", 0, 100),
        toml::unique("special_days[].id"),
        toml::within("special_days[].factor", 0, 100),
        toml::oneOf("arrivals.process", "inhomogeneous_poisson"),
        toml::oneOf("arrivals.within_slot", "uniform"),
        toml::oneOf("arrivals.day_noise", "gamma"),
        toml::within("arrivals.day_noise_cv", 0, 2),
        toml::within("behaviour.priority_share", 0, 1),
        toml::within("behaviour.no_show_share", 0, 1),
        toml::within("behaviour.recall_share", 0, 1),
        toml::within("behaviour.transfer_share", 0, 1),
        toml::within("behaviour.hold_share", 0, 1),
        toml::within("behaviour.second_service_share", 0, 1),
        toml::within("behaviour.wrong_service_share", 0, 1),
        toml::within("behaviour.patience_minutes.median", 0.1, day),
        toml::within("behaviour.call_to_sit_seconds.median", 0.1, 3600),
        toml::within("behaviour.finish_to_next_call_seconds.median", 0.1, 3600),
        toml::within("behaviour.priority_by_group.*", 0, 1),
        toml::within("behaviour.bulk.share", 0, 1),
        toml::required("service_time"),
        toml::required("service_time.*.mu"),
        toml::required("service_time.*.sigma"),
        toml::within("service_time.*.mu", -5, 10),
        toml::within("service_time.*.sigma", 0, 5),
    };
}

void checkSlots(const toml::Document& document, const std::vector<Slot>& slots, Complaints& complaints) {
    base::TimeOfDay end{0};
    double sum = 0;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        sum += slots[i].share;
        const auto place = fmt::format("slots[{}].start", i);
        const auto start = base::parseTimeOfDay(slots[i].start);
        if (!start) {
            complaints.push_back(document.complaint(place, start.error().what));
            continue;
        }
        if (*start < end)
            complaints.push_back(
                document.complaint(place, "begins before the slot before it ends; put them in order"));
        end = *start + base::Minutes(slots[i].minutes);
    }
    if (!slots.empty() && std::abs(sum - 1) > shareTolerance)
        complaints.push_back(document.complaint(
            "slots", fmt::format("the shares make {:.3f} together; they must make 1", sum)));
}

void checkMix(const toml::Document& document, const CentreDemand& demand, const Profile& profile,
              Complaints& complaints) {
    double sum = 0;
    for (const auto& [service, share] : demand.mix) {
        sum += share;
        if (!profile.serviceTime.contains(service))
            complaints.push_back(document.complaint(
                "demand.mix." + service,
                fmt::format("the arrival profile has no [service_time.{}]; add it", service)));
    }
    if (std::abs(sum - 1) > shareTolerance)
        complaints.push_back(document.complaint(
            "demand.mix", fmt::format("the shares make {:.3f} together; they must make 1", sum)));
}

}  // namespace

base::Result<Profile, Complaints> readProfile(const std::filesystem::path& file) {
    const auto document = toml::read(file);
    if (!document) return tl::unexpected(document.error());
    Profile profile;
    Complaints complaints;
    toml::Reader(*document, complaints).read(profile);
    toml::check(*document, profileConstraints(), complaints);
    checkSlots(*document, profile.slots, complaints);
    if (!complaints.empty()) return tl::unexpected(std::move(complaints));
    return profile;
}

base::Result<CentreDemand, Complaints> readDemand(const std::filesystem::path& centreFile,
                                                  const Profile& profile) {
    const auto document = toml::read(centreFile);
    if (!document) return tl::unexpected(document.error());
    CentreDemand demand;
    Complaints complaints;
    toml::Reader(*document, complaints).readTable("demand", demand);
    toml::check(*document,
                {toml::required("demand.mix"), toml::required("demand.typical_daily_tickets"),
                 toml::within("demand.typical_daily_tickets", 1, 1e6), toml::within("demand.mix.*", 0, 1)},
                complaints);
    checkMix(*document, demand, profile, complaints);
    if (!complaints.empty()) return tl::unexpected(std::move(complaints));
    return demand;
}

}  // namespace luot::simulator::profile
