#include "queue/event/NewDay.hpp"

#include <algorithm>

namespace luot::queue {

namespace {

void clear(Hall& hall) {
    hall.tickets.clear();
    hall.ended.clear();
    hall.idOfNumber.clear();
    hall.nextNumber.clear();
    hall.queues.clear();
    hall.held.clear();
    hall.lateComers.clear();
    hall.issuedInSession.clear();
    hall.printers.clear();  // each kiosk tells it anew
    hall.lastPlace = 0;
    for (auto& [number, desk] : hall.desks) {
        // Whoever opened a counter before the day did stays; the end of the last day closed all others.
        auto counter = std::move(desk.counter);
        desk = CounterDesk{};
        desk.counter = std::move(counter);
    }
}

void takeOver(Hall& hall, const Carried& carried) {
    hall.nextNumber = {carried.nextNumber.begin(), carried.nextNumber.end()};
    hall.serviceTimes = carried.serviceTimes;
    hall.appointments.clear();
    for (const auto& appointment : carried.appointments)
        hall.appointments.emplace(appointment.id, appointment);
    hall.planned = carried.planned;
    hall.given = carried.given ? carried.given : hall.rules;
    hall.kiosks.clear();
    for (const auto& series : carried.kiosks) hall.kiosks.emplace(series.digit, series);
    hall.refusedKiosks.clear();
    for (const auto& refused : carried.refused) hall.refusedKiosks.emplace(refused.device, refused);
}

}  // namespace

void startNewDay(Hall& hall, const Carried& carried) {
    clear(hall);
    takeOver(hall, carried);
}

void passOver(Hall& hall, const std::map<std::string, int>& nextNumber) {
    for (const auto& [series, next] : nextNumber) {
        auto& known = hall.nextNumber[series];
        known = std::max(known, next);
    }
}

}  // namespace luot::queue
