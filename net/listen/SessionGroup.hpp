#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>

#include "net/wire/Socket.hpp"

/// The server's side of connections: accepted sockets, their requests, their streams.
namespace luot::net::listen {

/// Whatever talks with one peer at the moment.
class Conversation {
public:
    virtual ~Conversation() = default;
    /// Polite: ends what is under way, says good-bye.
    virtual void stop() = 0;
    /// Hard: cuts the connection.
    virtual void cut() = 0;
};

/// Counts the connections, in all and by address, and ends them together. Lives on the network thread.
class SessionGroup : public std::enable_shared_from_this<SessionGroup> {
public:
    /// A connection's place in the group, given back by its destructor.
    class Place {
    public:
        Place(std::shared_ptr<SessionGroup> group, std::string address);
        Place(Place&&) = default;
        Place& operator=(Place&&) = delete;
        ~Place();
        /// Who gets stop() and cut() from now on; null: nobody. It must outlive that.
        void hold(Conversation* conversation);
        const std::string& address() const { return entry_->address; }

    private:
        friend class SessionGroup;
        struct Entry {
            std::string address;
            Conversation* conversation = nullptr;
        };
        std::shared_ptr<SessionGroup> group_;
        std::list<Entry>::iterator entry_;
    };

    explicit SessionGroup(wire::Executor executor) : changed_(executor) {}

    std::size_t size() const { return entries_.size(); }
    std::size_t sizeOf(const std::string& address) const;
    Place enter(std::string address) { return {shared_from_this(), std::move(address)}; }
    /// Asks everyone to end, also those who come later.
    void stop();
    void cut();
    /// Waits until nobody is left; false when it took too long.
    boost::asio::awaitable<bool> waitUntilEmpty(std::chrono::milliseconds within);

private:
    enum class Phase { open, stopping, cutting };
    void tell(Conversation* conversation) const;
    std::list<Place::Entry> entries_;
    std::unordered_map<std::string, std::size_t> byAddress_;
    wire::Timer changed_;
    Phase phase_ = Phase::open;
};

}  // namespace luot::net::listen
