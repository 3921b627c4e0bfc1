#pragma once

#include <string_view>

#include "base/Result.hpp"
#include "protocol/Messages.hpp"

namespace luot::protocol {

/// A client's own copy of the hall: a snapshot, then every event applied in order. Pure.
class HallView {
public:
    /// One part of a snapshot; `complete()` is true once all parts of one snapshot have come.
    base::Result<> apply(const Snapshot& part);
    /// An event whose seq must be the next one; invalidInput when there is a gap (the link must reconnect).
    base::Result<> apply(const EventFrame& event);
    void apply(const Status& status);

    bool complete() const { return complete_; }
    const Hall& hall() const { return hall_; }
    const Ticket* ticket(std::string_view id) const;
    const Counter* counter(int number) const;
    const Service* service(std::string_view id) const;
    /// Waiting tickets that the counter may call, in place order.
    std::vector<const Ticket*> waitingFor(int counter) const;

private:
    void put(const Ticket& ticket, std::string_view eventName);
    Hall hall_;
    int partsSeen_ = 0;
    bool complete_ = false;
};

}  // namespace luot::protocol
