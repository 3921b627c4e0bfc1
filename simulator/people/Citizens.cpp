#include "simulator/people/Citizens.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace luot::simulator::people {

namespace {

constexpr std::uint64_t arrivalStream = 1;
constexpr std::uint64_t traitStream = 2;
/// When the profile's day is over already, those who were asked for come within it.
constexpr base::Minutes lateHour{60};

base::Milliseconds minutes(double count) { return base::Milliseconds(std::llround(count * 60'000)); }

}  // namespace

double weekdayFactor(const profile::WeekdayFactor& factors, base::Date date) {
    const std::array week{factors.mon, factors.tue, factors.wed, factors.thu,
                          factors.fri, factors.sat, factors.sun};
    const auto day = std::chrono::weekday(std::chrono::sys_days(date)).iso_encoding();
    const double factor = week.at(day - 1);
    return factor > 0 ? factor : 1;
}

Citizens::Citizens(const profile::Profile& profile, Demand demand, std::uint64_t seed)
    : profile_(profile),
      demand_(std::move(demand)),
      arrivals_(seed, arrivalStream),
      traits_(seed, traitStream) {}

std::vector<Citizen> Citizens::day() {
    std::vector<base::Instant> moments;
    const auto parts = stretches();
    if (demand_.exactly) {
        std::map<std::string, double> weights;
        for (std::size_t i = 0; i < parts.size(); ++i) weights[std::to_string(i)] = parts[i].share;
        for (int i = 0; i < *demand_.exactly; ++i)
            moments.push_back(momentIn(parts[std::stoul(arrivals_.pick(weights))]));
    } else {
        const double total = expected();
        for (const auto& part : parts)
            for (int left = arrivals_.poisson(total * part.share); left > 0; --left)
                moments.push_back(momentIn(part));
    }
    std::sort(moments.begin(), moments.end());
    std::vector<Citizen> citizens;
    for (const auto moment : moments) citizens.push_back(citizenAt(moment));
    return citizens;
}

std::vector<Citizens::Stretch> Citizens::stretches() const {
    std::vector<Stretch> parts;
    for (const auto& slot : profile_.slots) {
        const auto start = base::parseTimeOfDay(slot.start);
        if (!start) continue;  // the profile's reader has complained
        const auto begin = base::instantAt(demand_.date, *start);
        const base::Milliseconds length = base::Minutes(slot.minutes);
        const auto from = std::max(begin, demand_.from);
        const auto left = begin + length - from;
        if (left <= base::Milliseconds(0)) continue;
        const double part = static_cast<double>(left.count()) / static_cast<double>(length.count());
        parts.push_back({from, left, slot.share * part});
    }
    if (parts.empty() && demand_.exactly) parts.push_back({demand_.from, lateHour, 1});
    return parts;
}

double Citizens::expected() {
    const double noise = arrivals_.gamma(profile_.arrivals.dayNoiseMean, profile_.arrivals.dayNoiseCv);
    return demand_.typicalTickets * weekdayFactor(profile_.weekdayFactor, demand_.date) * noise;
}

base::Instant Citizens::momentIn(const Stretch& stretch) {
    const double passed = arrivals_.uniform() * static_cast<double>(stretch.length.count());
    return stretch.begin + base::Milliseconds(static_cast<std::int64_t>(passed));
}

Citizen Citizens::citizenAt(base::Instant at) {
    const auto& how = profile_.behaviour;
    Citizen citizen;
    citizen.at = at;
    citizen.service = traits_.pick(demand_.mix);
    citizen.priority = traits_.chance(how.priorityShare);
    citizen.dossiers = dossiersFor(citizen.service);
    citizen.patience = minutes(traits_.logNormal(how.patienceMinutes.median, how.patienceMinutes.sigma));
    const bool more = traits_.chance(how.secondServiceShare);
    const auto& other = traits_.pick(demand_.mix);
    if (more && !demand_.exactly && other != citizen.service) citizen.thenService = other;
    return citizen;
}

int Citizens::dossiersFor(const std::string& service) {
    const auto& bulk = profile_.behaviour.bulk;
    const bool special =
        std::find(bulk.services.begin(), bulk.services.end(), service) != bulk.services.end();
    if (!traits_.chance(special ? bulk.shareInServices : bulk.share)) return 1;
    constexpr int mostDossiers = 999;  // of the public contract's server
    return std::min(mostDossiers, 1 + traits_.geometric(bulk.meanMoreDossiers));
}

}  // namespace luot::simulator::people
