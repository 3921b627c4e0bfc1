#pragma once

#include <string_view>

#include "base/Result.hpp"
#include "protocol/Messages.hpp"

namespace luot::protocol {

/// A client's own copy of the hall: a snapshot, then every event applied in order. Pure. All lists of tickets
/// but the last calls are in place order; their `ahead` and `estimate`, which no event tells, are left out.
class HallView {
public:
    /// One part of a snapshot; `complete()` is true once all parts of one snapshot have come.
    base::Result<> apply(const Snapshot& part);
    /// An event whose seq must be the next one; invalidInput when there is a gap (the link must reconnect),
    /// and when the centre's rules have changed: then nothing is complete until the next snapshot.
    base::Result<> apply(const EventFrame& event);
    void apply(const Status& status);

    bool complete() const { return complete_; }
    const Hall& hall() const { return hall_; }
    const Ticket* ticket(std::string_view id) const;
    const Counter* counter(int number) const;
    const Service* service(std::string_view id) const;
    /// Waiting tickets that the counter may call, in place order.
    std::vector<const Ticket*> waitingFor(int counter) const;
    /// People who go before the ticket, as the server counts them; cost grows with those who wait.
    int ahead(const Ticket& ticket) const;

private:
    base::Result<> applyDay(const EventFrame& event);
    base::Result<> applyCounter(const EventFrame& event);
    base::Result<> applyTicket(const EventFrame& event);
    base::Result<> applyPrepared(const EventFrame& event);
    base::Result<> applyClockJump(const EventFrame& event);
    base::Result<> applyRestart(const EventFrame& event);
    void setGiving(bool gives);
    void narrowToSkills(Counter& counter) const;
    void forgetPrepared(const std::string& number);
    void put(const Ticket& ticket, std::string_view eventName);
    void take(const std::string& id);
    void remember(const Ticket& ticket, std::string_view eventName);
    void startNewDay();
    std::vector<Ticket>* listOf(std::string_view state);
    void count(const Ticket& ticket, int change);

    Hall hall_;
    int partsSeen_ = 0;
    bool complete_ = false;
};

}  // namespace luot::protocol
