#include "simulator/people/Visit.hpp"

#include <algorithm>
#include <cmath>

namespace luot::simulator::people {

namespace {

using base::Milliseconds;

// Assumed, as the profile is: it has no figures of these.
constexpr double acceptedShare = 0.85;      ///< the others' papers are incomplete
constexpr double partBeforeHold = 0.5;      ///< of the time at the counter
constexpr double partBeforeTransfer = 0.3;  ///< of the time at the counter
constexpr profile::LogNormal heldMinutes{10, 0.5};
/// Of a service that the profile does not know.
constexpr profile::LogNormal unknownServiceMinutes{8, 0.6};

Milliseconds seconds(double count) { return Milliseconds(std::llround(count * 1000)); }

double drawn(const profile::LogNormal& distribution, Dice& dice) {
    return dice.logNormal(distribution.median, distribution.sigma);
}

double noShowShare(const profile::Behaviour& how, Milliseconds waited) {
    const double waitedMinutes = static_cast<double>(waited.count()) / 60'000;
    const double over = std::max(0.0, waitedMinutes - how.noShowMoreAfterMinutes);
    return std::min(0.9, how.noShowShare + how.noShowMorePerMinute * over);
}

void drawEnd(const profile::Behaviour& how, const std::vector<std::string>& services, Dice& dice,
             Visit& visit) {
    const double fate = dice.uniform();
    const double sentOn = how.transferShare + how.wrongServiceShare;
    visit.outcome = dice.chance(acceptedShare) ? "received" : "supplement";
    visit.heldFor = seconds(60 * drawn(heldMinutes, dice));
    if (fate < how.holdShare) {
        visit.end = VisitEnd::hold;
        visit.atCounter = seconds(partBeforeHold * static_cast<double>(visit.atCounter.count()) / 1000);
    } else if (fate < how.holdShare + sentOn && !services.empty()) {
        visit.end = VisitEnd::transfer;
        visit.transferTo =
            services[static_cast<std::size_t>(dice.uniform() * static_cast<double>(services.size()))];
        visit.atCounter = seconds(partBeforeTransfer * static_cast<double>(visit.atCounter.count()) / 1000);
    }
}

}  // namespace

Visit drawVisit(const profile::Profile& profile, const CalledTicket& ticket,
                const std::vector<std::string>& transferTo, Dice& dice) {
    const auto& how = profile.behaviour;
    Visit visit;
    const double absent = noShowShare(how, ticket.waited);
    visit.comes = !dice.chance(absent);
    // Those who do not come are called again as the centre asks; the rest of the recalls are of people who
    // come late.
    const double lateShare = absent < 1 ? std::max(0.0, how.recallShare - absent) / (1 - absent) : 0;
    visit.recalls = dice.chance(lateShare) && visit.comes ? 1 : 0;
    visit.callToSit = drawCallToSit(profile, dice);
    visit.atCounter = drawAtCounter(profile, ticket.service, ticket.dossiers, dice);
    std::vector<std::string> others = transferTo;
    std::erase(others, ticket.service);
    drawEnd(how, others, dice, visit);
    return visit;
}

Milliseconds drawAtCounter(const profile::Profile& profile, const std::string& service, int dossiers,
                           Dice& dice) {
    const auto known = profile.serviceTime.find(service);
    auto distribution = unknownServiceMinutes;
    if (known != profile.serviceTime.end()) distribution = {std::exp(known->second.mu), known->second.sigma};
    const double further = profile.behaviour.bulk.furtherDossierFactor * std::max(0, dossiers - 1);
    return seconds(60 * drawn(distribution, dice) * (1 + further));
}

Milliseconds drawCallToSit(const profile::Profile& profile, Dice& dice) {
    return seconds(drawn(profile.behaviour.callToSitSeconds, dice));
}

Milliseconds drawTidying(const profile::Profile& profile, Dice& dice) {
    return seconds(drawn(profile.behaviour.finishToNextCallSeconds, dice));
}

Milliseconds drawPause(const profile::Profile& profile, Dice& dice) {
    return seconds(60 * drawn(profile.behaviour.clerkPause.minutes, dice));
}

std::vector<base::Instant> drawPauses(const profile::Profile& profile, base::Date date, Dice& dice) {
    std::vector<base::Instant> moments;
    for (const auto& session : profile.sessions) {
        const auto dash = session.find('-');
        const auto from = base::parseTimeOfDay(std::string_view(session).substr(0, dash));
        const auto to =
            base::parseTimeOfDay(std::string_view(session).substr(std::min(dash, session.size() - 1) + 1));
        if (!from || !to || *to <= *from) continue;
        const auto length = static_cast<double>((*to - *from).count());
        for (int left = dice.poisson(profile.behaviour.clerkPause.perClerkPerSession); left > 0; --left)
            moments.push_back(base::instantAt(date, *from) + seconds(60 * length * dice.uniform()));
    }
    std::sort(moments.begin(), moments.end());
    return moments;
}

}  // namespace luot::simulator::people
