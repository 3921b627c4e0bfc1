#include "hardware/emulator/machine/Machine.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace luot::hardware::emulator::machine {

namespace {

/// While it stands still it goes on taking bytes up to here, because its status must be told then too; else a
/// question would wait behind a picture for ever.
constexpr std::size_t bufferWhileOffline = 64 * 1024;

void append(std::vector<std::uint8_t>& to, std::span<const std::uint8_t> bytes) {
    to.insert(to.end(), bytes.begin(), bytes.end());
}

}  // namespace

Machine::Machine(Model model, paper::Glyphs& glyphs)
    : model_(std::move(model)),
      paperLeft_(model_.roll),
      interpreter_(model_.width, glyphs),
      strip_(model_.width) {
    for (int y = 0; y < model_.cutter; ++y) strip_.add({});
}

std::size_t Machine::room() const {
    if (deaf_ || unplugged_) return 0;
    const auto most = condition_.offline() ? bufferWhileOffline : model_.buffer;
    return most - std::min(most, buffer_.size());
}

void Machine::receive(std::span<const std::uint8_t> bytes) {
    for (const auto byte : bytes) {
        if (!swallowing_) buffer_.push_back(byte);
        if (const auto command = watch_.push(byte)) obeyRealTime(*command);
    }
}

void Machine::obeyRealTime(const command::RealTime& command) {
    using Kind = command::RealTime::Kind;
    constexpr std::array<std::uint8_t, 3> cleared{0x37, 0x25, 0x00};
    switch (command.kind) {
        case Kind::status:
            if (model_.realTimeStatus) answer(std::array{condition_.realTime(command.n)});
            return;
        case Kind::recoverAndClear:
            if (condition_.error()) clearBuffers();
            return;
        case Kind::clear:
            clearBuffers();
            return answer(cleared);
        case Kind::recover:  // the cause is still there: it is mended by hand
        case Kind::drawer:
            return;
    }
}

void Machine::clearBuffers() {
    buffer_.clear();
    work_.clear();
    interpreter_.clear();
}

void Machine::advance(std::chrono::nanoseconds time) {
    budget_ += time;
    while (budget_.count() > 0 && step()) {
    }
    if (!busy()) budget_ = std::min(budget_, std::chrono::nanoseconds{0});
    if (!model_.cuts) tearByHand(time);
}

/// Somebody takes the ticket once the printer has been still for a moment.
void Machine::tearByHand(std::chrono::nanoseconds time) {
    constexpr std::chrono::milliseconds moment{500};
    still_ = busy() || condition_.offline() ? std::chrono::nanoseconds{0} : still_ + time;
    if (still_ < moment || strip_.blank()) return;
    tear(model_.cutter, false);
}

bool Machine::step() {
    if (!busy()) return false;
    if (work_.empty()) {
        interpretOne();
        return true;
    }
    // Taken out first: what befalls the printer meanwhile may clear all that waits.
    auto work = std::move(work_.front());
    work_.pop_front();
    if (!perform(work) && !swallowing_) work_.push_front(std::move(work));
    return true;
}

void Machine::interpretOne() {
    const auto byte = buffer_.front();
    buffer_.pop_front();
    auto work = interpreter_.take(byte);
    keep(byte, work);
    std::move(work.begin(), work.end(), std::back_inserter(work_));
    for (auto& note : interpreter_.takeNotes()) notes_.push_back(std::move(note));
}

void Machine::keep(std::uint8_t byte, const std::vector<Work>& work) {
    if (!afterCut_) return raw_.push_back(byte);
    undecided_.push_back(byte);
    if (work.empty()) return;
    const bool ofTheLast = std::all_of(work.begin(), work.end(), [](const Work& one) {
        return std::holds_alternative<Answer>(one) || std::holds_alternative<Signal>(one) ||
               std::holds_alternative<Automatic>(one);
    });
    append(ofTheLast ? tail_ : raw_, std::exchange(undecided_, {}));
    afterCut_ = ofTheLast;
}

void Machine::answer(std::span<const std::uint8_t> bytes) {
    if (!deaf_ && !mute_ && !unplugged_) append(answers_, bytes);
}

/// A bit of the mask stands for: 1 drawer, 2 offline and cover, 4 errors, 8 paper.
void Machine::change(Condition condition) {
    const auto before = condition_.automatic();
    condition_ = condition;
    const auto now = condition_.automatic();
    const int drawer = automatic_ & 1 ? 0x04 : 0;
    const int online = automatic_ & 2 ? 0x28 : 0;
    const bool told = ((before[0] ^ now[0]) & (drawer | online)) != 0 ||
                      ((automatic_ & 4) != 0 && before[1] != now[1]) ||
                      ((automatic_ & 8) != 0 && before[2] != now[2]);
    if (told) tellAutomatically();
}

void Machine::tellAutomatically() {
    if (model_.automaticStatus && automatic_ != 0) answer(condition_.automatic());
}

std::vector<std::uint8_t> Machine::takeAnswers() { return std::exchange(answers_, {}); }
std::vector<Ticket> Machine::takeTickets() { return std::exchange(tickets_, {}); }
std::vector<std::uint8_t> Machine::takeTail() { return std::exchange(tail_, {}); }
std::vector<std::string> Machine::takeNotes() { return std::exchange(notes_, {}); }

}  // namespace luot::hardware::emulator::machine
