#include "tests/simulation/hall/alone/LoneKiosk.hpp"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

namespace luot::simulation {

using dispenser::offline::Homecoming;
using dispenser::offline::KioskAlone;
using dispenser::offline::KioskMoment;
using dispenser::offline::LoneWish;

namespace {

constexpr std::array services{"a", "b", "c"};
constexpr std::array prefixes{"A", "B", "C"};
/// A citizen has a ticket within a second, so the server has less.
constexpr Milliseconds serverHas{800};
constexpr Milliseconds betweenStirs{1000};
constexpr double diesBeforePrinting = 0.03;

}  // namespace

LoneKiosk::LoneKiosk(Stage& stage, Link& link, Person person, Random random, OpenDisk openDisk)
    : Client(stage, link, std::move(person), random), openDisk_(std::move(openDisk)) {
    medium_.id = fmt::format("disk of {}", this->person().name);
    boot_ = fmt::format("{} boot 0", this->person().name);
    start();
}

void LoneKiosk::start() {
    disk_ = openDisk_(medium_);
    auto alone = KioskAlone::open(*disk_);
    if (!alone) throw std::logic_error(alone.error().what);
    alone_ = std::make_unique<KioskAlone>(std::move(*alone));
    homecoming_ = std::make_unique<Homecoming>(*alone_, feedClient(), boot_);
}

void LoneKiosk::restart(bool machine) {
    stage_.trace.note(person().name, machine ? "the machine starts anew" : "starts anew");
    if (machine) boot_ = fmt::format("{} boot {}", person().name, ++boots_);
    waiting_.reset();
    beginAnew(machine);
    start();
}

void LoneKiosk::failNextWrite(bool lands) {
    medium_.failsNext = true;
    medium_.landsAnyway = lands;
}

void LoneKiosk::replaceDisk(Person person) {
    stage_.trace.note(this->person().name, "has a new disk and is now " + person.name);
    stage_.jury.tell(&Checker::diskBroke, number());
    medium_ = {fmt::format("disk {} of {}", ++disks_, person.name), {}, false, false};
    become(std::move(person));
    restart(true);
}

Milliseconds LoneKiosk::pause() { return random_.exponential(base::Seconds(25)); }

void LoneKiosk::press() {
    const auto which = random_.index(services.size());
    LoneWish wish{services[which], prefixes[which], random_.chance(0.2), random_.chance(0.1) ? "en" : "vi"};
    if (waiting_) return;  // the screen says: one moment
    if (linked() && feed().ready())
        askServer(std::move(wish));
    else
        numberAlone(std::move(wish));
}

void LoneKiosk::askServer(LoneWish wish) {
    std::string id;
    const auto frame = feedClient().command(
        "issue", {{"service", wish.service}, {"priority", wish.priority}, {"language", wish.language}}, &id);
    post(frame, id);
    waiting_ = Wish{id, std::move(wish)};
    stage_.timeline.after(serverHas, lane::people + number(), [this, id] { giveUp(id); });
}

/// Nobody knows whether the server has made a number: the kiosk gives its own and takes the other back.
void LoneKiosk::giveUp(const std::string& question) {
    if (!waiting_ || waiting_->id != question) return;
    auto wish = std::move(waiting_->wish);
    waiting_.reset();
    wish.insteadOf = question;
    numberAlone(std::move(wish));
}

void LoneKiosk::numberAlone(LoneWish wish) {
    if (!alone_->mayNumber()) return;
    const auto insteadOf = wish.insteadOf;
    const auto ticket = alone_->number(wish, moment());
    if (!ticket) return;
    if (random_.chance(diesBeforePrinting)) return restart(random_.chance(0.5));
    stage_.trace.note(person().name, "gives " + ticket->number);
    stage_.jury.tell(&Checker::handedOut, Paper{number(), *ticket, insteadOf.value_or("")});
    if (random_.chance(0.5)) alone_->notePrinted(ticket->id, "confirmed");
    stirSoon();
}

void LoneKiosk::cameUp() {
    homecoming_->linkUp();
    stirSoon();
}

void LoneKiosk::wentDown() {
    homecoming_->linkLost();
    if (waiting_) giveUp(std::string(waiting_->id));
}

void LoneKiosk::changed() {
    const auto ticks = localNow();
    anchor_ = {boot_, ticks, wall(), feed().serverTime(ticks), 1};
    stir();
}

void LoneKiosk::saw(const protocol::EventFrame& event) {
    if (event.name == "day_opened") homecoming_->dayChanged();
    stirSoon();
}

void LoneKiosk::heard(const protocol::Reply& reply) {
    if (waiting_ && reply.id == waiting_->id) {
        waiting_.reset();
        return;  // the paper of an online number; its fate is the server's
    }
    if (homecoming_->take(reply, localNow())) stir();
}

void LoneKiosk::stir() {
    if (!linked() || !feed().ready()) return;
    if (homecoming_->overdue(localNow())) return dropLink();
    if (const auto frame = homecoming_->nextFrame(localNow())) {
        const auto message = protocol::decodeClientMessage(*frame);
        post(*frame, std::get<protocol::CommandFrame>(message.value()).id);
        stirSoon();
    } else if (alone_->hasPending()) {
        stirSoon();
    }
}

void LoneKiosk::stirSoon() {
    if (std::exchange(stirs_, true)) return;
    stage_.timeline.after(betweenStirs, lane::people + number(), [this] {
        stirs_ = false;
        stir();
    });
}

KioskMoment LoneKiosk::moment() const {
    const auto now = localNow();
    const auto known = anchor_.at(boot_, now, wall());
    return {boot_, now, known.centre, known.known};
}

}  // namespace luot::simulation
