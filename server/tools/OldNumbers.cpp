#include "server/tools/OldNumbers.hpp"

#include <algorithm>

#include "journal/SqliteJournal.hpp"
#include "server/hall/Halls.hpp"

namespace luot::server::tools {

namespace {

void raise(std::map<std::string, int>& next, const std::string& series, int to) {
    auto& known = next[series];
    known = std::max(known, to);
}

void note(OldNumbers& old, const journal::Row& row) {
    if (old.lastSeq >= row.seq) return;
    old.lastSeq = row.seq;
    old.last = row.fact.at;
}

void take(OldNumbers& old, const queue::TicketIssued& issued) {
    if (!issued.series.empty()) raise(old.next, issued.series, issued.count + 1);
}

void take(OldNumbers& old, const queue::DayOpened& opened) {
    old.day = opened.day;
    old.openedByCommand = opened.byCommand;
    for (const auto& [series, next] : opened.carried.nextNumber) raise(old.next, series, next);
}

/// The event, if the row is one that says something of numbers and can be understood.
std::optional<queue::Event> eventIn(const journal::Row& row) {
    const auto& name = row.fact.name;
    if (name != "day_opened" && name != "day_closed" && name != "ticket_issued") return std::nullopt;
    auto event = hall::eventOf(row);
    return event ? std::optional(std::move(*event)) : std::nullopt;
}

/// Whether the event belongs to a day before the last one.
bool isOver(const std::optional<queue::Event>& event, std::optional<base::Date> last) {
    if (!event || !last) return false;
    const auto* opened = std::get_if<queue::DayOpened>(&*event);
    const auto* closed = std::get_if<queue::DayClosed>(&*event);
    return (opened && opened->day != *last) || (closed && closed->day != *last);
}

/// Back to the first opening of the last day: what stands before it was given on days that are over.
bool readBackwards(const std::string& folder, OldNumbers& old) {
    return journal::readOldRows(folder, journal::RowOrder::newestFirst, [&](const journal::Row& row) {
        note(old, row);
        const auto event = eventIn(row);
        if (isOver(event, old.day)) return false;
        if (const auto* opened = event ? std::get_if<queue::DayOpened>(&*event) : nullptr) take(old, *opened);
        if (const auto* issued = event ? std::get_if<queue::TicketIssued>(&*event) : nullptr)
            take(old, *issued);
        return true;
    });
}

/// The last day that stands before the damage.
OldNumbers readForwards(const std::string& folder) {
    OldNumbers old;
    journal::readOldRows(folder, journal::RowOrder::oldestFirst, [&](const journal::Row& row) {
        note(old, row);
        const auto event = eventIn(row);
        const auto* opened = event ? std::get_if<queue::DayOpened>(&*event) : nullptr;
        if (opened && old.day != opened->day) old.next.clear();
        if (opened) take(old, *opened);
        if (const auto* issued = event ? std::get_if<queue::TicketIssued>(&*event) : nullptr)
            take(old, *issued);
        return true;
    });
    return old;
}

}  // namespace

OldNumbers readOldNumbers(const std::string& folder) {
    OldNumbers old;
    old.whole = readBackwards(folder, old);
    if (old.whole) return old;
    const auto before = readForwards(folder);
    if (old.day && old.day != before.day) return old;
    for (const auto& [series, next] : before.next) raise(old.next, series, next);
    if (!old.day) old.openedByCommand = before.openedByCommand;
    old.day = before.day;
    if (before.lastSeq > old.lastSeq) {
        old.lastSeq = before.lastSeq;
        old.last = before.last;
    }
    return old;
}

}  // namespace luot::server::tools
