#include "simulator/course/Floor.hpp"

#include "base/Log.hpp"

namespace luot::simulator::course {

namespace {

/// The server knows the caller by the token; the greeting only has to name a role.
constexpr const char* greetingRole = "manager";

std::int64_t milliseconds(line::Steady::time_point moment) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(moment.time_since_epoch()).count();
}

}  // namespace

Floor::Floor(std::string token, double speed, base::TimeOfDay dayBegins)
    : feed_(greetingRole, std::move(token)), speed_(speed), dayBegins_(dayBegins) {}

bool Floor::take(const std::string& frame) {
    const auto now = line::Steady::now();
    const auto news = feed_.receive(frame, milliseconds(now));
    if (news.mustReconnect) {
        base::logWarn("a frame does not fit what came before; connecting anew");
        return false;
    }
    if (news.refreshed) check.snapshot(hall());
    if (feed_.ready() && (news.welcomed || news.refreshed)) setPace(now);
    if (news.event) take(*news.event);
    if (news_) news_();
    return true;
}

void Floor::take(const protocol::EventFrame& event) {
    if (event.name == "day_closed") dayClosed_ = true;
    if (event.name == "day_opened") dayClosed_ = false;
    const auto* member = event.data.if_contains("ticket");
    const auto ticket = member ? base::json::decode<protocol::Ticket>(*member) : protocol::Ticket{};
    if (!member || !ticket) {
        check.event(event, nullptr);
        return;
    }
    check.event(event, &*ticket);
    tally.event(event, *ticket, pace_.overServer);
    if (ticketNews_) ticketNews_(event, *ticket);
}

std::optional<base::Instant> Floor::opensAt() const {
    if (ownPace_ || hall().givesTickets) return std::nullopt;
    return hall().nextSession;
}

/// A server's simulated clock may start again from another moment; a pace of our own never does.
void Floor::setPace(line::Steady::time_point now) {
    if (ownPace_) return;
    const auto serverNow = feed_.serverTime(milliseconds(now));
    pace_ = {serverNow, now, hall().clockSpeed, 1};
    if (hall().clockSpeed != 1 || speed_ == 1) return;
    ownPace_ = true;
    pace_ = {base::instantAt(base::dateOf(serverNow), dayBegins_), now, speed_, speed_};
}

}  // namespace luot::simulator::course
