#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "protocol/Hall.hpp"
#include "protocol/Messages.hpp"

namespace luot::simulator::check {

/// Watches the feed for what must never happen: a number given twice in a day, a ticket or a counter called
/// while the other has one already, an acknowledged ticket that the feed does not tell. Pure.
class FeedCheck {
public:
    /// What a whole snapshot says; what stood before it is forgotten but for the day's numbers.
    void snapshot(const protocol::Hall& hall);
    /// `ticket` is the event's, null when it has none.
    void event(const protocol::EventFrame& event, const protocol::Ticket* ticket);
    /// The answer to an issue.
    void acknowledged(const protocol::Ticket& ticket);

    int doubledNumbers() const { return doubledNumbers_; }
    int doubleCalls() const { return doubleCalls_; }
    /// Acknowledged tickets that the feed has not told yet.
    std::size_t unseen() const { return unseen_.size(); }
    bool fine() const { return doubledNumbers_ == 0 && doubleCalls_ == 0 && unseen_.empty(); }
    /// A sentence for each fault, the first ones.
    const std::vector<std::string>& faults() const { return faults_; }

private:
    void number(const protocol::Ticket& ticket);
    void issued(const protocol::Ticket& ticket);
    void called(const protocol::Ticket& ticket, int counter);
    void holds(const protocol::Ticket& ticket);
    void release(const std::string& ticket);
    void fault(std::string sentence);

    std::string day_;
    std::unordered_map<std::string, std::string> idOfNumber_;  ///< of the day
    std::unordered_set<std::string> issued_;                   ///< ids that the feed has told
    std::unordered_set<std::string> unseen_;
    std::unordered_map<std::string, int> counterOf_;  ///< of called and serving tickets
    std::map<int, std::string> ticketAt_;
    int doubledNumbers_ = 0;
    int doubleCalls_ = 0;
    std::vector<std::string> faults_;
};

}  // namespace luot::simulator::check
