#include "queue/decide/Decisions.hpp"

namespace luot::queue {

namespace {

Checked<const CounterDesk*> deskFor(const Hall& hall, int number) {
    const auto* desk = hall.desk(number);
    if (!desk) return refuse(RefusalCode::unknownCounter, std::to_string(number));
    return desk;
}

tl::unexpected<Refusal> isClosed(const Counter& counter) {
    return refuse(RefusalCode::counterClosed, std::to_string(counter.number), word(counter.state));
}

tl::unexpected<Refusal> isBusy(const Hall& hall, const CounterDesk& desk) {
    return refuse(RefusalCode::counterBusy, std::to_string(desk.counter.number),
                  hall.ticket(*desk.ticket)->number);
}

/// An office staffs its counters with its own people; a spare clerk stands in anywhere.
bool isOfOtherUnit(const Hall& hall, const OpenCounter& command) {
    const auto* clerk = command.clerk ? hall.clerk(*command.clerk) : nullptr;
    const auto* place = hall.place(command.counter);
    return clerk && place && !clerk->spare && !clerk->unit.empty() && !place->unit.empty() &&
           clerk->unit != place->unit;
}

Counter opened(const Counter& counter) {
    Counter after = counter;
    after.state = CounterState::open;
    after.pauseReason.reset();
    return after;
}

}  // namespace

Counter closedCounter(int number) {
    Counter counter;
    counter.number = number;
    return counter;
}

Decision decide(const Hall& hall, const OpenCounter& command, Instant) {
    const auto desk = deskFor(hall, command.counter);
    if (!desk) return tl::unexpected(desk.error());
    const auto& counter = (*desk)->counter;
    if (isOfOtherUnit(hall, command))
        return refuse(RefusalCode::otherUnit, std::to_string(command.counter), *command.clerk);
    if (counter.state == CounterState::closed) {
        auto after = opened(counter);
        after.clerk = command.clerk;
        return happens(CounterOpened{std::move(after)});
    }
    if (command.clerk && counter.clerk && command.clerk != counter.clerk)
        return refuse(RefusalCode::counterTaken, std::to_string(command.counter), *counter.clerk);
    if (command.clerk && !counter.clerk) {
        auto after = opened(counter);
        after.clerk = command.clerk;
        return happens(CounterOpened{std::move(after)});
    }
    if (counter.state == CounterState::paused) return happens(CounterResumed{opened(counter)});
    return nothingHappens();
}

Decision decide(const Hall& hall, const PauseCounter& command, Instant) {
    const auto desk = deskFor(hall, command.counter);
    if (!desk) return tl::unexpected(desk.error());
    if (command.reason.empty()) return refuse(RefusalCode::badArgument, "reason");
    const auto& counter = (*desk)->counter;
    if (counter.state == CounterState::closed) return isClosed(counter);
    if (counter.state == CounterState::paused) {
        if (counter.pauseReason == command.reason) return nothingHappens();
        return refuse(RefusalCode::wrongState, std::to_string(command.counter), word(counter.state));
    }
    // Whoever is on the way here must not find an empty chair; whoever is being served may be finished in the
    // pause.
    if ((*desk)->ticket && hall.ticket(*(*desk)->ticket)->state == TicketState::called)
        return isBusy(hall, **desk);
    Counter after = counter;
    after.state = CounterState::paused;
    after.pauseReason = command.reason;
    return happens(CounterPaused{std::move(after)});
}

Decision decide(const Hall& hall, const ResumeCounter& command, Instant) {
    const auto desk = deskFor(hall, command.counter);
    if (!desk) return tl::unexpected(desk.error());
    const auto& counter = (*desk)->counter;
    if (counter.state == CounterState::closed) return isClosed(counter);
    if (counter.state == CounterState::open) return nothingHappens();
    return happens(CounterResumed{opened(counter)});
}

Decision decide(const Hall& hall, const CloseCounter& command, Instant) {
    const auto desk = deskFor(hall, command.counter);
    if (!desk) return tl::unexpected(desk.error());
    if ((*desk)->ticket) return isBusy(hall, **desk);
    if ((*desk)->counter.state == CounterState::closed) return nothingHappens();
    return happens(CounterClosed{closedCounter(command.counter)});
}

}  // namespace luot::queue
