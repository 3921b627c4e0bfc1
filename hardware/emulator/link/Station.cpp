#include "hardware/emulator/link/Station.hpp"

#include <fmt/format.h>
#include <sys/signalfd.h>

#include <csignal>

#include "base/Log.hpp"

namespace luot::hardware::emulator::link {

namespace {

/// While it prints, milliseconds: four rows at 250 mm/s.
constexpr int tick = 2;
/// Bytes taken at once.
constexpr std::size_t portion = 1024;

int openSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    return signalfd(-1, &set, SFD_CLOEXEC);
}

}  // namespace

Station::Station(machine::Machine& machine, Place place)
    : machine_(machine), place_(std::move(place)), signals_(openSignals()) {}

void Station::run() {
    for (;;) {
        bringAway();
        auto ready = waits();
        if (::poll(ready.data(), ready.size(), machine_.needsTime() ? tick : -1) < 0) continue;
        if (ready[0].revents != 0) return;
        letMachineWork();
        carry(ready);
    }
}

/// A printer that is full or deaf does not even look at its cable.
Station::Waits Station::waits() const {
    const auto& cable = place_.cable;
    const bool writes = cable.waitsToSend();
    const int peer = machine_.room() > 0 || writes ? cable.peer() : -1;
    const auto events = static_cast<short>((machine_.room() > 0 ? POLLIN : 0) | (writes ? POLLOUT : 0));
    return {pollfd{signals_.get(), POLLIN, 0}, pollfd{cable.door(), POLLIN, 0}, pollfd{peer, events, 0},
            pollfd{place_.control.door(), POLLIN, 0}, pollfd{place_.control.peer(), POLLIN, 0}};
}

void Station::letMachineWork() {
    const auto now = Clock::now();
    machine_.advance(now - workedUntil_);
    workedUntil_ = now;
}

void Station::carry(const Waits& ready) {
    if (ready[1].revents != 0) place_.cable.accept();
    const auto room = std::min(portion, machine_.room());
    if (ready[2].revents != 0 && room > 0) machine_.receive(place_.cable.read(room));
    if (ready[3].revents != 0) place_.control.accept();
    if (ready[4].revents != 0) obeyLines();
}

void Station::obeyLines() {
    for (const auto& line : place_.control.lines()) {
        const auto done = obey(line);
        bringAway();
        place_.control.answer(done ? "ok: " + machine_.describe() : "error: " + done.error().what);
    }
}

base::Result<> Station::obey(const std::string& line) {
    const auto order = machine::parseOrder(line);
    if (!order) return tl::unexpected(order.error());
    machine_.obey(*order);
    if (order->kind != machine::Order::Kind::status) base::logInfo("order: {}", line);
    return {};
}

void Station::bringAway() {
    place_.cable.send(machine_.takeAnswers());
    place_.cable.setPlugged(machine_.plugged());
    for (const auto& note : machine_.takeNotes()) base::logInfo("{}", note);
    for (const auto& ticket : machine_.takeTickets()) {
        const auto file = place_.folder.drop(ticket);
        if (!file) {
            base::logError("{}", file.error().what);
            continue;
        }
        base::logInfo("{} of {} mm, {} bytes{}{}", ticket.torn ? "torn paper" : "ticket",
                      ticket.paper.height() / paper::dotsPerMm, ticket.bytes.size(),
                      file->empty() ? "" : ": ", file->string());
    }
    if (const auto kept = place_.folder.append(machine_.takeTail()); !kept)
        base::logError("{}", kept.error().what);
}

}  // namespace luot::hardware::emulator::link
