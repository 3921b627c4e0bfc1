#include "display/Reception.hpp"

#include <algorithm>
#include <array>

#include "base/Clock.hpp"
#include "base/Log.hpp"

namespace luot::display {
namespace {

constexpr std::array<std::string_view, 2> calling = {"ticket_called", "ticket_recalled"};
constexpr std::array<std::string_view, 2> undoing = {"call_undone", "ticket_cancelled"};
constexpr std::array<std::string_view, 5> ending = {"ticket_finished", "ticket_missed", "ticket_held",
                                                    "ticket_returned", "ticket_transferred"};
constexpr std::array<std::string_view, 2> newDay = {"day_opened", "day_closed"};

template <std::size_t n>
bool oneOf(const std::array<std::string_view, n>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The id of the ticket that an event is about; empty if it is about none.
std::string ticketOf(const protocol::EventFrame& event) {
    const auto* ticket = event.data.if_contains("ticket");
    const auto* object = ticket == nullptr ? nullptr : ticket->if_object();
    const auto* id = object == nullptr ? nullptr : object->if_contains("id");
    return id != nullptr && id->is_string() ? std::string(id->get_string()) : std::string();
}

}  // namespace

Reception::Reception(net::Link& link, protocol::FeedClient feed, Connection connection)
    : link_(link), feed_(std::move(feed)), connection_(connection) {}

void Reception::receive(Ticks now) {
    while (const auto event = link_.poll()) take(*event, now);
}

void Reception::take(const net::LinkEvent& event, Ticks now) {
    if (std::holds_alternative<net::LinkUp>(event)) {
        base::logInfo("connected to the server");
        link_.send(feed_.hello());
    } else if (const auto* down = std::get_if<net::LinkDown>(&event)) {
        base::logWarn("no connection to the server: {}", down->why);
        connection_.broke(now);
    } else {
        takeNews(feed_.receive(std::get<net::LinkFrame>(event).text, now), now);
    }
}

void Reception::takeNews(const protocol::FeedNews& news, Ticks now) {
    if (news.mustReconnect) {
        base::logWarn("the server's frames have a gap; connecting anew");
        link_.reconnect();
        return;
    }
    connection_.heard(now);
    welcomed_ = welcomed_ || news.welcomed;
    if (news.refreshed) showRecent(now);
    if (news.event) takeEvent(*news.event, now);
}

void Reception::takeEvent(const protocol::EventFrame& event, Ticks now) {
    if (oneOf(newDay, event.name)) board_.clear();
    const std::string id = ticketOf(event);
    if (id.empty()) return;
    if (oneOf(undoing, event.name)) return board_.withdrawn(id, now);
    if (oneOf(ending, event.name)) return board_.ended(id);
    if (!oneOf(calling, event.name)) return;
    const protocol::Ticket* ticket = feed_.view().ticket(id);
    if (ticket == nullptr) return;
    Call call = callOf(*ticket, now);
    call.seq = event.seq;
    board_.called(std::move(call), now);
}

/// After a snapshot: what was called a moment ago is new to those who look at this screen.
void Reception::showRecent(Ticks now) {
    board_.clear();
    const auto& recent = feed_.view().hall().recent;
    for (auto ticket = recent.rbegin(); ticket != recent.rend(); ++ticket) {
        const Call call = callOf(*ticket, now);
        if (ticket->state == "called" && now - call.calledAt < CallBoard::tooOld) board_.called(call, now);
    }
}

Call Reception::callOf(const protocol::Ticket& ticket, Ticks now) const {
    Call call;
    call.ticket = ticket.id;
    call.number = ticket.number;
    call.service = ticket.service;
    call.counter = ticket.counter.value_or(0);
    call.priority = ticket.priority;
    call.times = ticket.calls;
    const auto at = ticket.lastCalledAt.value_or(ticket.calledAt.value_or(base::Instant{}));
    const auto age = static_cast<double>((feed_.serverTime(now) - at).count()) / clockSpeed();
    call.calledAt = now - std::max<Ticks>(0, static_cast<Ticks>(age));
    return call;
}

void Reception::acknowledge() {
    for (const std::int64_t seq : board_.takeShown()) link_.send(feed_.shown(seq, true, false));
}

double Reception::clockSpeed() const {
    const double speed = feed_.view().hall().clockSpeed;
    return speed > 0 ? speed : 1;
}

base::Instant Reception::centreTime(Ticks now) const {
    return welcomed_ ? feed_.serverTime(now) : base::SystemClock().now();
}

}  // namespace luot::display
