#include "hardware/printer/job/Conversation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "hardware/escpos/Encoder.hpp"

namespace luot::hardware::printer::job {

namespace {

constexpr int toTearOff = 255;  ///< motion units as they are after ESC @: 16 mm or more

}  // namespace

Conversation::Conversation(const PrintJob& job, const Start& start, Time now)
    : id_(job.processId),
      line_(start.line),
      bytesPerSecond_(start.bytesPerSecond),
      deadlines_(start.deadlines),
      device_(start.device),
      precheck_(start.deadlines, now),
      job_(dress(job, start.deadlines.confirm.count() == 0 ? Confirmation::none : start.device.confirmation)),
      watch_(start.deadlines.ask, false),
      sendingSince_(now),
      writeBy_(now),
      limit_(now),
      begun_(now) {
    // Cut off too: half a ticket must not hang on the next one.
    auto clearing = escpos::Encoder().endBrokenPicture(start.zeros);
    const auto first = (job.cutter ? clearing.feedAndCut() : clearing.feed(toTearOff)).take();
    if (start.zeros > 0) job_.bytes.insert(job_.bytes.begin(), first.begin(), first.end());
    ticketEnd_ = job_.ticketEnd + (start.zeros > 0 ? first.size() : 0);
    if (!device_.mute) return;
    if (stopsPrinting(line_))
        end(PrintState::failed, line_, "nothing was sent: the line says so");
    else
        beginSending(now);
}

Bytes Conversation::toWrite() const {
    if (state_ == PrintState::queued) return precheck_.toWrite();
    if (state_ == PrintState::sending) return unsent();
    return question_;
}

void Conversation::wrote(std::size_t bytes, Time now) {
    if (state_ == PrintState::queued) return precheck_.wrote(bytes, now);
    if (state_ == PrintState::sending) {
        if (taken_ == 0) firstByte_ = std::chrono::duration_cast<std::chrono::milliseconds>(now - begun_);
        taken_ += bytes;
        if (unsent().empty()) afterSending(now);
    } else {
        question_.erase(question_.begin(), question_.begin() + static_cast<std::ptrdiff_t>(bytes));
    }
}

void Conversation::heard(Bytes bytes, Time now) {
    if (state_ == PrintState::queued) {
        precheck_.heard(bytes, now);
        return afterPrecheck(now);
    }
    reader_.take(bytes);
    while (!over()) {
        const auto reply = reader_.next();
        if (!reply) return;
        take(*reply, now);
    }
}

void Conversation::take(const escpos::Reply& reply, Time now) {
    if (const auto* automatic = std::get_if<escpos::AutomaticStatus>(&reply)) {
        status_.takeAutomatic(automatic->bytes);
        look();
    } else if (const auto* answer = std::get_if<escpos::RealTimeAnswer>(&reply)) {
        if (watch_.take(answer->byte, status_)) look();
    } else if (const auto* echo = std::get_if<escpos::ProcessIdEcho>(&reply)) {
        if (state_ == PrintState::sent && echo->id == id_) confirm(Confirmation::processId);
    } else if (std::holds_alternative<escpos::PaperStatus>(reply)) {
        takeFence(now);
    }
}

/// One answer was asked for. Where the printer's ways are not known yet, a second byte shows that they were
/// something else, such as the tail of a report.
void Conversation::takeFence(Time now) {
    const bool asked =
        device_.confirmation == Confirmation::fence || device_.confirmation == Confirmation::unproven;
    if (state_ != PrintState::sent || !asked) return;
    ++fences_;
    if (device_.confirmation == Confirmation::fence) return confirm(Confirmation::fence);
    limit_ = fences_ == 1 ? std::min(confirmBy_, now + deadlines_.betterAnswer) : confirmBy_;
}

/// A printer that is only offline may be about to go on.
void Conversation::look() {
    const auto fault = faultOf(status_);
    if (stopsPrinting(fault) && fault != PrintFault::busy)
        end(PrintState::failed, fault, fmt::format("the printer says {}", nameOf(fault)));
}

void Conversation::afterPrecheck(Time now) {
    if (!precheck_.over()) return;
    if (precheck_.isLost())
        return end(PrintState::failed, PrintFault::unreachable,
                   "the connection broke before anything was sent");
    const bool silent = !precheck_.answered();
    if (silent && device_.tellsStatus)
        return end(PrintState::failed, PrintFault::busy, "the printer does not answer; it used to");
    status_ = precheck_.status();
    const auto fault = silent ? line_ : faultOf(status_);
    if (stopsPrinting(fault))
        return end(PrintState::failed, fault, fmt::format("nothing was sent: {}", nameOf(fault)));
    device_.tellsStatus = !silent;
    watch_ = StatusWatch(deadlines_.ask, !silent);
    beginSending(now);
}

void Conversation::beginSending(Time now) {
    state_ = PrintState::sending;
    sendingSince_ = now;
    limit_ = writeBy_ = now + deadlines_.write + mostTravelTime(job_.bytes.size(), bytesPerSecond_);
}

/// The system takes bytes sooner than a slow line carries them: the printer has them all when their way is
/// over.
void Conversation::afterSending(Time now) {
    state_ = PrintState::sent;
    const auto arrived = std::max(now, sendingSince_ + travelTime(job_.bytes.size(), bytesPerSecond_));
    limit_ = confirmBy_ = arrived + patience();
    watch_.begin(now);
    if (deadlines_.confirm.count() == 0 || device_.confirmation == Confirmation::none)
        end(PrintState::unknown, PrintFault::none, "the printer is not asked whether it has printed");
}

PrintDeadlines::Time Conversation::patience() const {
    const bool given = device_.confirmation == Confirmation::unproven && device_.silentJobs >= silentEnough;
    return given ? std::min(deadlines_.silence, deadlines_.confirm) : deadlines_.confirm;
}

void Conversation::passed(Time now) {
    if (state_ == PrintState::queued) {
        precheck_.passed(now);
        return afterPrecheck(now);
    }
    if (now >= limit_) {
        if (state_ == PrintState::sending)
            return end(ticketTaken() ? PrintState::unknown : PrintState::failed, PrintFault::busy,
                       fmt::format("the printer does not take the last {} bytes", unsent().size()));
        if (fences_ == 1) return confirm(Confirmation::fence);
        const bool can = device_.confirmation != Confirmation::unproven;
        if (!can) ++device_.silentJobs;
        return end(PrintState::unknown, can ? PrintFault::swallowed : PrintFault::none,
                   can ? "the printer took all bytes and confirmed nothing; it used to"
                       : "the printer confirmed nothing");
    }
    if (const auto question = watch_.ask(now)) question_.assign(question->begin(), question->end());
}

void Conversation::lost() {
    if (state_ == PrintState::queued) {
        precheck_.lost();
        return afterPrecheck(limit_);
    }
    if (fences_ == 1) return confirm(Confirmation::fence);
    end(ticketTaken() ? PrintState::unknown : PrintState::failed, PrintFault::unreachable,
        "the connection broke while the ticket was printed");
}

Time Conversation::deadline() const {
    if (state_ == PrintState::queued) return precheck_.deadline();
    const auto watch = watch_.next();
    return state_ == PrintState::sent && watch ? std::min(limit_, *watch) : limit_;
}

void Conversation::confirm(Confirmation how) {
    device_.confirmation = how;
    device_.mute = !device_.tellsStatus;
    device_.silentJobs = 0;
    end(PrintState::confirmed, status_.paperNearEnd ? PrintFault::paperNearEnd : PrintFault::none, "");
}

void Conversation::end(PrintState state, PrintFault fault, std::string detail) {
    state_ = state;
    fault_ = fault;
    detail_ = std::move(detail);
}

}  // namespace luot::hardware::printer::job
