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
    const auto* service = random_.chance(0.01) ? "nowhere" : services[random_.index(services.size())];
    constexpr std::array lanes{"late_result", "supplement"};
    ask("issue", {{"service", service},
                  {"priority", random_.chance(priorityShare)},
                  {"dossiers", random_.chance(0.1) ? 1 + random_.below(9) : 1},
                  {"lane", random_.chance(0.08) ? lanes[random_.index(lanes.size())] : "normal"}});
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
    if (counter->state == "closed") return press("open");
    if (counter->state == "paused") return press("resume");
    const auto* ticket = counter->ticket ? view.ticket(*counter->ticket) : nullptr;
    if (ticket)
        dealWith(*ticket);
    else
        callSomebody();
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

void Guide::act() {
    const auto& hall = feed().view().hall();
    const int deed = random_.below(100);
    if (deed < 2) return ask(hall.open ? "close_hall" : "open_hall", {});
    if (deed < 4) return ask("open_hall", {});
    if (deed < 7) return changeMap();
    if (deed < 12) return ask("prepare", {{"counter", counters[random_.index(counters.size())]}});
    if (deed < 24 && !hall.missed.empty())
        return ask("return", {{"ticket", hall.missed[random_.index(hall.missed.size())].id}});
    if (hall.waiting.empty()) return;
    const auto& ticket = hall.waiting[random_.index(hall.waiting.size())];
    if (deed < 34) return ask("cancel", {{"ticket", ticket.id}});
    if (deed < 44) return ask("reprint", {{"ticket", ticket.id}});
    if (deed < 54)
        return ask("transfer",
                   {{"ticket", ticket.id}, {"service", services[random_.index(services.size())]}});
    ask("priority", {{"ticket", ticket.id}, {"granted", !ticket.priority}, {"reason", "asked"}});
}

/// Counter 1 gets another second service.
void Guide::changeMap() {
    const auto* second = services[random_.index(services.size())];
    boost::json::array served{{{"service", "a"}, {"rank", 1}}, {{"service", second}, {"rank", 2}}};
    boost::json::array rows{base::json::Object{{"counter", 1}, {"services", std::move(served)}}};
    ask("change_map", {{"counters", std::move(rows)}});
}

}  // namespace luot::simulation
