#include "dispenser/offline/Standby.hpp"

#include "base/Log.hpp"

namespace luot::dispenser::offline {

namespace {

/// How often the hours are looked at while the server is away, milliseconds.
constexpr kiosk::Ticks lookEvery = 1000;

/// A service that the hall does not know any more has no letters.
std::string prefixOf(const protocol::Hall& hall, const std::string& service) {
    for (const auto& one : hall.services)
        if (one.id == service) return one.prefix;
    return {};
}

}  // namespace

base::Result<std::unique_ptr<Standby>> Standby::open(Parts parts, protocol::FeedClient& feed,
                                                     kiosk::Ticks now) {
    auto alone = KioskAlone::open(*parts.store);
    if (!alone) return tl::unexpected(alone.error());
    std::unique_ptr<Standby> standby(new Standby(std::move(parts), std::move(*alone), feed));
    if (standby->parts_.hallFile.empty()) return standby;
    standby->known_ = keptHall(standby->parts_.hallFile);
    if (!standby->known_) return standby;
    standby->contact_ = standby->known_->time.centre;
    feed.recall(standby->known_->hall, standby->moment(now).centre, now);
    standby->passTime(now);
    return standby;
}

Standby::Standby(Parts parts, KioskAlone alone, protocol::FeedClient& feed)
    : parts_(std::move(parts)),
      feed_(feed),
      alone_(std::move(alone)),
      homecoming_(alone_, feed_, parts_.boot) {}

base::Result<protocol::Ticket> Standby::number(const kiosk::AskNumber& wish,
                                               std::optional<std::string> insteadOf, kiosk::Ticks now) {
    LoneWish lone{wish.service, prefixOf(feed_.view().hall(), wish.service), wish.priority, wish.language,
                  std::move(insteadOf)};
    return alone_.number(lone, moment(now));
}

KioskMoment Standby::moment(kiosk::Ticks now) const {
    if (fromServer_) return {parts_.boot, now, feed_.serverTime(now), true, contact_};
    if (!known_) return {parts_.boot, now, parts_.wallClock(), false, contact_};
    const auto time = known_->time.at(parts_.boot, now, parts_.wallClock());
    return {parts_.boot, now, time.centre, time.known, contact_};
}

void Standby::linkUp(kiosk::Ticks) {
    fromServer_ = up_ = true;
    homecoming_.linkUp();
}

void Standby::linkLost(kiosk::Ticks now) {
    homecoming_.linkLost();
    if (!std::exchange(up_, false)) return;
    contact_ = feed_.serverTime(now);
    if (known_) keepHallAsItIs(now);
}

bool Standby::take(const protocol::FeedNews& news, kiosk::Ticks now) {
    if (news.event && news.event->name == "day_opened") homecoming_.dayChanged();
    if (!news.reply || !homecoming_.take(*news.reply, now)) return false;
    if (auto hours = homecoming_.takeHours()) {
        if (!known_) known_.emplace();
        known_->hours = std::move(*hours);
        keepHallAsItIs(now);
    }
    return true;
}

void Standby::keepHallAsItIs(kiosk::Ticks now) {
    known_->hall = withoutPeople(feed_.view().hall());
    known_->time = {parts_.boot, now, parts_.wallClock(), feed_.serverTime(now), known_->hall.clockSpeed};
    if (parts_.hallFile.empty() || keepHall(parts_.hallFile, *known_)) return;
    base::logWarn("{} cannot be written: after a start without the server this kiosk gives no numbers",
                  parts_.hallFile.string());
}

void Standby::passTime(kiosk::Ticks now) {
    if (!known_ || (lookedAt_ && now - *lookedAt_ < lookEvery)) return;
    lookedAt_ = now;
    const auto time = moment(now);
    feed_.pretend(statusAlone(*known_, {time.centre, time.known}));
}

}  // namespace luot::dispenser::offline
