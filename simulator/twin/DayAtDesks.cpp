#include <algorithm>
#include <utility>

#include "base/Assert.hpp"
#include "simulator/twin/Day.hpp"

namespace luot::simulator::twin {

namespace {

/// Somebody who does not come is tried for again after so much time, until the rules let the clerk give up.
constexpr base::Seconds absentStep{30};

}  // namespace

void Day::beginShift(const Shift& shift) {
    auto& desk = deskOf(shift.counter);
    desk.leaving = desk.stays = false;
    if (desk.staffed) return;
    if (!give(queue::OpenCounter{shift.counter, shift.clerk})) return;
    desk.staffed = true;
    free(desk);
}

void Day::endShift(const Shift& shift) {
    auto& desk = deskOf(shift.counter);
    desk.leaving = true;
    desk.stays = shift.staysForWaiting;
    if (desk.free) free(desk);
}

void Day::free(Desk& desk) {
    desk.free = true;
    desk.freeSince = now_;
    if (!desk.leaving || desk.stays) callAt(desk);
    if (!desk.free || !desk.leaving) return;
    give(queue::CloseCounter{desk.place->number});
    desk.free = desk.staffed = false;
}

void Day::callAt(Desk& desk) { give(queue::CallNext{desk.place->number}); }

void Day::wakeIdle(const std::string& service) {
    Desk* best = nullptr;
    for (auto& desk : desks_) {
        if (!desk.free) continue;
        if (!best || std::pair(desk.rankOf(service), desk.freeSince) <
                         std::pair(best->rankOf(service), best->freeSince))
            best = &desk;
    }
    if (!best) return;
    callAt(*best);
    if (!best->free) return;
    // It was not for that counter: perhaps for another idle one, by a rule that only the hall knows.
    for (auto& desk : desks_)
        if (desk.free && &desk != best) callAt(desk);
}

void Day::seat(Desk& desk, const queue::Ticket& ticket) {
    const auto& errand = guests_.at(ticket.id).errand();
    desk.ticket = ticket.id;
    desk.free = false;
    desk.tidying = errand.tidying;
    ++count_.called;
    if (!errand.comes)
        agenda_.add(now_ + absentStep, {Kind::absent, indexOf(desk)});
    else if (errand.toCounter > base::Milliseconds{0})
        agenda_.add(now_ + errand.toCounter, {Kind::sits, indexOf(desk)});
    else
        begin(desk);
}

void Day::begin(Desk& desk) {
    if (!desk.place->callingServes) give(queue::StartService{desk.place->number});
    agenda_.add(now_ + guests_.at(desk.ticket).errand().atCounter, {Kind::ends, indexOf(desk)});
}

void Day::end(Desk& desk) {
    count_.lastEnd = now_;
    const auto found = guests_.find(desk.ticket);
    auto& guest = found->second;
    const auto further = guest.onFirst ? guest.visitor.further : Further::nothing;
    if (further == Further::sentOn) {
        guest.onFirst = false;
        const auto service = guest.visitor.then.service;
        give(queue::TransferTicket{desk.ticket, service, std::nullopt});
        wakeIdle(service);
    } else {
        give(queue::FinishTicket{desk.place->number, std::nullopt});
        const Guest same{std::move(guest.visitor), false};
        guests_.erase(found);
        if (further == Further::newNumber) issue(same);
    }
    leave(desk);
}

void Day::missed(Desk& desk) {
    if (!give(queue::MissTicket{desk.place->number})) {
        give(queue::Recall{desk.place->number});
        agenda_.add(now_ + absentStep, {Kind::absent, indexOf(desk)});
        return;
    }
    guests_.erase(desk.ticket);
    leave(desk);
}

void Day::leave(Desk& desk) {
    desk.ticket.clear();
    if (desk.tidying > base::Milliseconds{0})
        agenda_.add(now_ + desk.tidying, {Kind::tidied, indexOf(desk)});
    else
        free(desk);
}

Desk& Day::deskOf(int counter) {
    const auto found = std::find_if(desks_.begin(), desks_.end(),
                                    [&](const auto& desk) { return desk.place->number == counter; });
    LUOT_ASSERT(found != desks_.end());
    return *found;
}

}  // namespace luot::simulator::twin
