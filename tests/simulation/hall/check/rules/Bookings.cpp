#include "tests/simulation/hall/check/rules/Bookings.hpp"

#include <fmt/format.h>

#include <limits>

#include "tests/simulation/hall/check/rules/Turns.hpp"

namespace luot::simulation {

using queue::Ticket;
using queue::TicketState;

void BookingsAreUsedOnce::written(const Entry& entry) {
    // What was booked for a day that is over is gone: its id may come again.
    if (const auto* opened = std::get_if<queue::DayOpened>(&entry.event);
        opened && entry.before.day != opened->day)
        used_.clear();
    if (const auto* imported = std::get_if<queue::AppointmentsImported>(&entry.event))
        for (const auto& appointment : imported->appointments) {
            if (used_.contains(appointment.id))
                complain("booking " + appointment.id + " was changed after its use");
            booked_[appointment.id] = appointment;
        }
    const auto* issued = std::get_if<queue::TicketIssued>(&entry.event);
    if (issued && issued->ticket.appointment) used(entry, issued->ticket);
}

void BookingsAreUsedOnce::used(const Entry& entry, const Ticket& ticket) {
    const auto& id = *ticket.appointment;
    if (!used_.insert(id).second) complain("booking " + id + " was used twice");
    const auto known = booked_.find(id);
    if (known == booked_.end()) return complain("booking " + id + " was used, and nobody booked it");
    const auto& booking = known->second;
    if (booking.service != ticket.service || booking.slot != ticket.slot)
        complain("booking " + id + " was used otherwise than it was booked");
    if (base::dateOf(booking.slot) != entry.before.day)
        complain("booking " + id + " was used on another day");
}

void PaperComesByItsTime::written(const Entry& entry) {
    if (const auto* opened = std::get_if<queue::DayOpened>(&entry.event);
        opened && entry.before.day != opened->day)
        clockWasSet_ = false;
    if (std::holds_alternative<queue::ClockJumped>(entry.event)) clockWasSet_ = true;
    const auto* issued = std::get_if<queue::TicketIssued>(&entry.event);
    if (!issued || !issued->ticket.paper || clockWasSet_) return;
    const auto& slip = issued->ticket;
    if (slip.issuedAt > entry.row.fact.at) complain(slip.number + " was handed out in the future");
    std::int64_t behind = 0, before = std::numeric_limits<std::int64_t>::max();
    for (const auto& [id, other] : entry.before.tickets) {
        // Who was called already stands elsewhere than by the time of issue: a late comer behind others.
        if (other.state != TicketState::waiting || other.calledAt) continue;
        if (other.issuedAt <= slip.issuedAt)
            behind = std::max(behind, other.place);
        else
            before = std::min(before, other.place);
    }
    // Where no place is left between two, it stands behind the later one.
    if (before - behind >= 2 && (slip.place <= behind || before <= slip.place))
        complain(fmt::format("{} does not stand where its time puts it", slip.number));
}

void AnnouncedOnesWait::written(const Entry& entry) {
    const auto* told = std::get_if<queue::TicketsPrepared>(&entry.event);
    if (!told) return;
    const auto& hall = entry.before;
    const auto* place = told->counter ? hall.place(*told->counter) : nullptr;
    for (const auto& number : told->numbers) {
        const auto id = hall.idOfNumber.find(number);
        const auto* ticket = id == hall.idOfNumber.end() ? nullptr : hall.ticket(id->second);
        if (!ticket || ticket->state != TicketState::waiting)
            return complain(number + " was told to make ready and does not wait");
        if (place && !mightCall(hall, *place, *ticket))
            complain(fmt::format("{} was told to make ready for counter {}, which will not call it", number,
                                 place->number));
    }
}

}  // namespace luot::simulation
