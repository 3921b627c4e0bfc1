#pragma once

#include <chrono>
#include <deque>
#include <span>
#include <string>
#include <vector>

#include "hardware/emulator/command/RealTime.hpp"
#include "hardware/emulator/machine/Condition.hpp"
#include "hardware/emulator/machine/Interpreter.hpp"
#include "hardware/emulator/machine/Model.hpp"
#include "hardware/emulator/machine/Order.hpp"

namespace luot::hardware::emulator::machine {

/// What fell out of the printer, and the bytes that made it.
struct Ticket {
    paper::Strip paper;
    std::vector<std::uint8_t> bytes;
    bool torn = false;  ///< the roll ended; no cut
};

/// A printer without a cable: bytes and time in, answers and paper out. No I/O, no clock; one thread.
class Machine {
public:
    /// The glyphs must outlive it.
    Machine(Model model, paper::Glyphs& glyphs);

    /// How many bytes it would take now.
    std::size_t room() const;
    /// At most room() of them.
    void receive(std::span<const std::uint8_t> bytes);
    /// Works for so long.
    void advance(std::chrono::nanoseconds time);
    /// There is something to do, and nothing stands in the way.
    bool busy() const { return !condition_.offline() && !(buffer_.empty() && work_.empty()); }
    /// Time must go on for it: it is busy, or somebody is about to tear a ticket off.
    bool needsTime() const { return busy() || (!model_.cuts && !strip_.blank()); }
    void obey(const Order& order);

    bool plugged() const { return !unplugged_; }
    const Condition& condition() const { return condition_; }
    /// "paper 49836 mm, cover closed, online, ..." on one line.
    std::string describe() const;

    // What came out since it was taken last.
    std::vector<std::uint8_t> takeAnswers();
    std::vector<Ticket> takeTickets();
    /// Bytes that came after the last ticket's cut and belong to it, such as the request for its process id.
    std::vector<std::uint8_t> takeTail();
    std::vector<std::string> takeNotes();

private:
    void obeyRealTime(const command::RealTime& command);
    void clearBuffers();
    void change(Condition condition);
    void befall(Order::Kind kind);
    void befallUnseen(Order::Kind kind);
    void mend();
    bool step();
    void interpretOne();
    void keep(std::uint8_t byte, const std::vector<Work>& work);
    bool perform(Work& work);
    bool performFeed(Feed& feed);
    void beginCut(const Cut& cut);
    void performCut();
    void tearByHand(std::chrono::nanoseconds time);
    void performAnswer(const Answer& answer);
    void identify(int n);
    void moveOneRow(const paper::Row& row);
    void tear(int kept, bool torn);
    void answer(std::span<const std::uint8_t> bytes);
    void tellAutomatically();

    Model model_;
    Condition condition_;
    bool deaf_ = false;
    bool mute_ = false;
    bool swallowing_ = false;
    bool unplugged_ = false;
    bool thinForced_ = false;
    int paperLeft_ = 0;  ///< dots
    std::vector<Order> later_;

    std::deque<std::uint8_t> buffer_;
    command::RealTimeWatch watch_;
    Interpreter interpreter_;
    std::deque<Work> work_;
    std::uint8_t automatic_ = 0;
    std::chrono::nanoseconds budget_{0};
    paper::Strip strip_;
    std::chrono::nanoseconds still_{0};  ///< nothing was to be printed

    std::vector<std::uint8_t> raw_;
    std::vector<std::uint8_t> undecided_;  ///< after a cut: of this ticket or of the next?
    bool afterCut_ = false;
    int printed_ = 0;
    std::vector<std::uint8_t> tail_;
    std::vector<std::uint8_t> answers_;
    std::vector<Ticket> tickets_;
    std::vector<std::string> notes_;
};

}  // namespace luot::hardware::emulator::machine
