#include "hardware/printer/LinePrinter.hpp"

#include <thread>

namespace luot::hardware::printer {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// Bytes that end a band that was broken off: 128 rows of 640 dots, the largest of any profile.
constexpr std::size_t endOfPicture = 10240;

/// True when the printer may still wait for the rest of a picture. That all bytes were taken does not say
/// that they arrived: those in the network's buffers go with the connection. A printer that never confirms
/// anything is spared the zeros as long as nothing is known to be wrong.
bool mayBeBroken(const job::Conversation& talk) {
    const auto report = talk.report();
    return talk.cutOff() > 0 || report.state == PrintState::failed ||
           (!report.confirmed() && stopsPrinting(report.fault));
}

/// Writes and reads as the talk wants until it is over.
void hold(line::Handle& handle, job::Talk& talk) {
    std::array<std::uint8_t, 512> part{};
    while (!talk.over()) {
        const auto ready = handle.wait(!talk.toWrite().empty(), talk.deadline());
        if (ready.toRead) {
            const auto got = handle.read(part);
            if (!got) return talk.lost();
            if (*got > 0) talk.heard(job::Bytes(part).first(*got), Clock::now());
        }
        if (ready.toWrite && !talk.over() && !talk.toWrite().empty()) {
            const auto sent = handle.write(talk.toWrite());
            if (!sent) return talk.lost();
            if (*sent > 0) talk.wrote(*sent, Clock::now());
        }
        if (!talk.over() && Clock::now() >= talk.deadline()) talk.passed(Clock::now());
    }
}

}  // namespace

base::Result<line::Handle, line::LineFault> LinePrinter::reach() {
    const auto deadline = Clock::now() + setup_.deadlines.connect;
    line::Backoff pauses(100ms, 800ms);
    for (;;) {
        auto handle = line_->open(deadline);
        const auto pause = pauses.next();
        if (handle || Clock::now() + pause >= deadline) return handle;
        std::this_thread::sleep_for(pause);
    }
}

PrintReport LinePrinter::print(const PrintJob& job) {
    auto handle = reach();
    if (!handle) return {PrintState::failed, handle.error().fault, handle.error().what};
    checks_.reset();
    nextCheck_ = {};
    handle->discardInput();
    const auto own = line_->ownFault(*handle).value_or(PrintFault::none);
    job::Conversation talk(
        job, {setup_.memory.record(setup_.name), setup_.deadlines, zeros_, own, line_->bytesPerSecond()},
        Clock::now());
    hold(*handle, talk);
    setup_.memory.learn(setup_.name, talk.learnt());
    if (talk.begun()) zeros_ = mayBeBroken(talk) ? endOfPicture : 0;
    if (!talk.report().confirmed()) letGo(*handle, talk);
    return talk.report();
}

/// A job that went whole may leave, though nobody confirms it: its end, with the cut, is still on its way. Of
/// any other nothing shall come out later.
void LinePrinter::letGo(const line::Handle& handle, const job::Conversation& talk) {
    const bool whole = talk.state() == PrintState::unknown && talk.cutOff() == 0;
    if (whole && handle.drained(talk.writeBy())) return;
    line_->abandon(handle);
    if (talk.begun()) zeros_ = endOfPicture;
}

Readiness LinePrinter::check() {
    if (Clock::now() < nextCheck_) return unreachable_;
    auto handle = line_->open(Clock::now() + setup_.deadlines.connect);
    if (!handle) {
        nextCheck_ = Clock::now() + checks_.next();
        unreachable_ = {handle.error().fault, false, handle.error().what};
        return unreachable_;
    }
    checks_.reset();
    handle->discardInput();
    return ask(*handle);
}

Readiness LinePrinter::ask(line::Handle& handle) {
    const auto own = line_->ownFault(handle).value_or(PrintFault::none);
    job::Precheck talk(setup_.deadlines, Clock::now());
    hold(handle, talk);
    auto record = setup_.memory.record(setup_.name);
    if (talk.isLost()) return {PrintFault::unreachable, false, "the connection broke"};
    if (!talk.answered() && stopsPrinting(own)) return {own, false, "the line says so"};
    if (!talk.answered() && record.tellsStatus)
        return {PrintFault::busy, false, "the printer does not answer; it used to"};
    record.tellsStatus = talk.answered();
    record.mute = record.mute && !talk.answered();
    setup_.memory.learn(setup_.name, record);
    return {faultOf(talk.status()), talk.answered(), ""};
}

}  // namespace luot::hardware::printer
