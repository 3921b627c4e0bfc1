#include "net/listen/SessionGroup.hpp"

#include <vector>

namespace luot::net::listen {

SessionGroup::Place::Place(std::shared_ptr<SessionGroup> group, std::string address)
    : group_(std::move(group)) {
    ++group_->byAddress_[address];
    entry_ = group_->entries_.insert(group_->entries_.end(), Entry{std::move(address), nullptr});
}

SessionGroup::Place::~Place() {
    if (!group_) return;
    const auto count = group_->byAddress_.find(entry_->address);
    if (--count->second == 0) group_->byAddress_.erase(count);
    group_->entries_.erase(entry_);
    if (group_->entries_.empty()) group_->changed_.cancel();
}

void SessionGroup::Place::hold(Conversation* conversation) {
    entry_->conversation = conversation;
    group_->tell(conversation);
}

std::size_t SessionGroup::sizeOf(const std::string& address) const {
    const auto found = byAddress_.find(address);
    return found == byAddress_.end() ? 0 : found->second;
}

void SessionGroup::tell(Conversation* conversation) const {
    if (!conversation || phase_ == Phase::open) return;
    if (phase_ == Phase::stopping) return conversation->stop();
    conversation->cut();
}

void SessionGroup::stop() {
    phase_ = Phase::stopping;
    for (const auto& entry : entries_) tell(entry.conversation);
}

void SessionGroup::cut() {
    phase_ = Phase::cutting;
    for (const auto& entry : entries_) tell(entry.conversation);
}

boost::asio::awaitable<bool> SessionGroup::waitUntilEmpty(std::chrono::milliseconds within) {
    const auto self = shared_from_this();
    changed_.expires_after(within);
    while (!entries_.empty()) {
        const auto [error] = co_await changed_.async_wait(wire::asTuple);
        if (!error) break;
    }
    co_return entries_.empty();
}

}  // namespace luot::net::listen
