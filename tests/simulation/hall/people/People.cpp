#include "tests/simulation/hall/people/People.hpp"

#include <array>

namespace luot::simulation {

namespace {

constexpr std::array services{"a", "b", "c"};
constexpr std::array counters{1, 2, 3, 9};
constexpr double priorityShare = 0.25;

}  // namespace

void Kiosk::act() {
    if (!unprinted_.empty()) {
        constexpr std::array outcomes{"confirmed", "confirmed", "failed", "unknown"};
        ask("printed", {{"ticket", unprinted_}, {"outcome", outcomes[random_.index(outcomes.size())]}});
        unprinted_.clear();
        return;
    }
    if (!stage_.town.booked.empty() && random_.chance(0.12)) return comeAsBooked();
    const auto* service = random_.chance(0.01) ? "nowhere" : services[random_.index(services.size())];
    constexpr std::array lanes{"late_result", "supplement"};
    ask("issue", {{"service", service},
                  {"priority", random_.chance(priorityShare)},
                  {"dossiers", random_.chance(0.1) ? 1 + random_.below(9) : 1},
                  {"lane", random_.chance(0.08) ? lanes[random_.index(lanes.size())] : "normal"}});
}

/// Some come again with what they have used already, some for another service than they booked.
void Kiosk::comeAsBooked() {
    const auto& booked = stage_.town.booked;
    const auto& booking = booked[booked.size() - 1 - random_.index(std::min<std::size_t>(booked.size(), 6))];
    const auto service = random_.chance(0.05) ? std::string("b") : booking.service;
    ask("issue", {{"service", service}, {"appointment", booking.id}, {"priority", random_.chance(0.1)}});
}

void Kiosk::answered(const std::string& name, const protocol::Reply& reply) {
    if (name != "issue" || !reply.ok || !reply.result || !reply.result->is_object()) return;
    const auto* id = reply.result->get_object().if_contains("id");
    if (id && id->is_string() && random_.chance(0.6)) unprinted_ = id->get_string();
}

void Clerk::act() {
    if (random_.chance(0.03)) return pressAnything();
    const auto& view = feed().view();
    const auto* counter = view.counter(*person().counter);
    if (!counter) return;
    if (counter->state == "closed") return openCounter();
    if (counter->state == "paused") return press("resume");
    const auto* ticket = counter->ticket ? view.ticket(*counter->ticket) : nullptr;
    if (ticket)
        dealWith(*ticket);
    else
        callSomebody();
}

/// Whoever of the centre's clerks is free, or somebody whom it does not name.
void Clerk::openCounter() {
    const auto& clerks = feed().view().hall().clerks;
    const auto who = random_.index(clerks.size() + 1);
    if (who == clerks.size()) return press("open");
    ask("open", {{"counter", *person().counter}, {"clerk", clerks[who].id}});
}

void Clerk::callSomebody() {
    const auto& hall = feed().view().hall();
    const int deed = random_.below(100);
    if (deed < 6 && !hall.held.empty())
        return ask("return", {{"ticket", hall.held[random_.index(hall.held.size())].id}});
    if (deed < 12 && !hall.missed.empty())
        return ask("return", {{"ticket", hall.missed[random_.index(hall.missed.size())].id}});
    const auto mine = feed().view().waitingFor(*person().counter);
    if (deed < 18 && !mine.empty())
        return ask("call",
                   {{"counter", *person().counter}, {"number", mine[random_.index(mine.size())]->number}});
    if (deed < 21) return ask("pause", {{"counter", *person().counter}, {"reason", "meal"}});
    if (deed < 23) return press("close");
    press("call_next");
}

void Clerk::dealWith(const protocol::Ticket& ticket) {
    const int deed = random_.below(100);
    const bool serving = ticket.state == "serving";
    if (deed < 6) return press("hold");
    if (deed < 11) return transfer(ticket);
    if (deed < 21) return press(serving ? "finish" : "no_show");
    if (deed < 28) return press(serving ? "finish" : "recall");
    if (deed < 33) return press(serving ? "finish" : "undo");
    if (deed < 45) return press(serving ? "call_next" : "start");
    press(serving ? "finish" : "start");
}

void Clerk::transfer(const protocol::Ticket& ticket) {
    if (random_.chance(0.5))
        ask("transfer", {{"ticket", ticket.id}, {"service", services[random_.index(services.size())]}});
    else
        ask("transfer", {{"ticket", ticket.id}, {"counter", counters[random_.index(counters.size())]}});
}

void Clerk::pressAnything() {
    constexpr std::array keys{"open",   "resume", "close", "call_next", "recall",
                              "finish", "start",  "undo",  "no_show",   "hold"};
    press(keys[random_.index(keys.size())]);
}

void Screen::saw(const protocol::EventFrame& event) {
    if (event.name != "ticket_called" && event.name != "ticket_recalled") return;
    send(feed().shown(event.seq, true, random_.chance(0.8)));
}

}  // namespace luot::simulation
