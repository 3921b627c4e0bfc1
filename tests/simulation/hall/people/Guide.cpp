#include <fmt/format.h>

#include <array>

#include "tests/simulation/hall/people/People.hpp"

/// The head of the centre, who is also the guide: what concerns all counters.
namespace luot::simulation {

namespace {

constexpr std::array services{"a", "b", "c"};
constexpr std::array counters{1, 2, 3, 9};
constexpr int leastMinutes = -2;  // a slot that has passed is refused
constexpr int mostMinutes = 30;

}  // namespace

void Guide::act() {
    const auto& hall = feed().view().hall();
    const int deed = random_.below(100);
    if (deed < 2) return ask(hall.open ? "close_hall" : "open_hall", {});
    if (deed < 4) return ask("open_hall", {});
    if (deed < 9) return changeMap();
    if (deed < 12) return ask("prepare", {{"counter", counters[random_.index(counters.size())]}});
    if (deed < 16) return callRange();
    if (deed < 24) return takeBookings();
    if (deed < 32) return typeInSlips();
    if (deed < 42 && !hall.missed.empty())
        return ask("return", {{"ticket", hall.missed[random_.index(hall.missed.size())].id}});
    if (!hall.waiting.empty()) dealWith(hall.waiting[random_.index(hall.waiting.size())]);
}

void Guide::dealWith(const protocol::Ticket& ticket) {
    const int deed = random_.below(100);
    if (deed < 18) return ask("cancel", {{"ticket", ticket.id}});
    if (deed < 32) return ask("reprint", {{"ticket", ticket.id}});
    if (deed < 46)
        return ask("transfer",
                   {{"ticket", ticket.id}, {"service", services[random_.index(services.size())]}});
    if (deed < 56) return ask("dossiers", {{"ticket", ticket.id}, {"dossiers", 1 + random_.below(8)}});
    ask("priority", {{"ticket", ticket.id}, {"granted", !ticket.priority}, {"reason", "asked"}});
}

/// Some counter gets another second service, or gives one up; now, or from tomorrow or the day after.
void Guide::changeMap() {
    constexpr std::array firsts{"a", "a", "b"};
    const auto which = random_.index(firsts.size());
    const auto* second = services[random_.index(services.size())];
    boost::json::array served{{{"service", firsts[which]}, {"rank", 1}}};
    if (std::string_view(second) != firsts[which])
        served.push_back({{"service", second}, {"rank", 1 + random_.below(3)}});
    base::json::Object row{{"counter", static_cast<int>(which) + 1}, {"services", std::move(served)}};
    if (random_.chance(0.2)) row["priority"] = random_.chance(0.5) ? "no" : "yes";
    boost::json::array rows{std::move(row)};
    if (random_.chance(0.5)) return ask("change_map", {{"counters", std::move(rows)}});
    const auto from = base::dateOf(stage_.timeline.now() + base::Minutes(24 * 60 * (1 + random_.below(2))));
    ask("change_map", {{"counters", std::move(rows)}, {"from", base::formatDate(from)}});
}

void Guide::callRange() {
    ask("call_range", {{"service", services[random_.index(services.size())]},
                       {"count", 1 + random_.below(5)},
                       {"zone", random_.chance(0.05) ? "moon" : "east"}});
}

/// Booked times from outside; sometimes one again with another slot.
void Guide::takeBookings() {
    auto& booked = stage_.town.booked;
    boost::json::array list;
    for (int i = 1 + random_.below(3); i > 0; --i) {
        const bool known = !booked.empty() && random_.chance(0.15);
        if (!known)
            booked.push_back(
                {fmt::format("H{}", booked.size() + 1), services[random_.index(services.size())]});
        const auto& booking = known ? booked[random_.index(booked.size())] : booked.back();
        const auto slot =
            stage_.timeline.now() + base::Minutes(leastMinutes + random_.below(mostMinutes - leastMinutes));
        list.push_back(base::json::Object{{"id", booking.id},
                                          {"service", booking.service},
                                          {"slot", base::formatInstant(slot)},
                                          {"source", "portal"}});
    }
    ask("import_appointments", {{"appointments", std::move(list)}});
}

/// Slips of the printed roll that a colleague handed out while the kiosk could not; now and then one twice.
void Guide::typeInSlips() {
    auto& given = stage_.town.slipsGiven;
    boost::json::array numbers;
    for (int i = 1 + random_.below(3); i > 0; --i)
        numbers.push_back(
            boost::json::string(fmt::format("P{:03}", random_.chance(0.05) && given > 0 ? given : ++given)));
    const auto issuedAt = stage_.timeline.now() - base::Minutes(random_.below(20));
    ask("add_paper", {{"service", services[random_.index(services.size())]},
                      {"numbers", std::move(numbers)},
                      {"issued_at", base::formatInstant(issuedAt)}});
}

}  // namespace luot::simulation
