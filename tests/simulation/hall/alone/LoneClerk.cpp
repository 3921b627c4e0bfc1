#include "tests/simulation/hall/alone/LoneClerk.hpp"

namespace luot::simulation {

using counterclient::desk::counterOrder;

LoneClerk::LoneClerk(Stage& stage, Link& link, Person person, Random random)
    : Clerk(stage, link, std::move(person), random), alone_(feedClient(), *this->person().counter) {}

void LoneClerk::act() {
    if (!hasCable()) return workAlone();
    if (!free()) return;
    while (alone_.doubt()) alone_.answerDoubt(random_.chance(0.5));
    if (!told_ || alone_.hasUnsettled()) return settle();
    Clerk::act();
}

void LoneClerk::workAlone() {
    if (!feed().ready()) return;
    const int counter = *person().counter;
    const auto* view = feed().view().counter(counter);
    if (!view || view->state != "open") return;
    const auto here = counterclient::hall::situationOf(feed().view(), counter);
    const char* name = "call_next";
    if (here.hasTicket() && here.ticket->state == "called")
        name = random_.chance(0.7) ? "start" : random_.chance(0.5) ? "no_show" : "hold";
    else if (here.hasTicket())
        name = "finish";
    const auto now = feed().serverTime(localNow());
    const auto done = alone_.carryOut(counterOrder(name, counter), {localNow(), now});
    if (!done) return;
    const auto& ticket = alone_.visits().back();
    stage_.trace.note(person().name, std::string("alone: ") + name + ' ' + ticket.number);
    if (name == std::string_view("call_next"))
        stage_.jury.tell(&Checker::calledAlone, CallAlone{counter, ticket.ticket, toldAt_});
}

/// Without visits it asks what this counter may call alone.
void LoneClerk::settle() {
    if (free() && (!told_ || alone_.hasUnsettled())) askWith("settle", alone_.settleArgs());
}

void LoneClerk::saw(const protocol::EventFrame& event) {
    if (event.name == "settings_changed") told_ = false;
}

void LoneClerk::answered(const std::string& name, const protocol::Reply& reply) {
    if (name != "settle") return;
    told_ = true;
    if (!reply.ok || !reply.result) return;
    alone_.take(*reply.result);
    toldAt_ = seen();
}

}  // namespace luot::simulation
