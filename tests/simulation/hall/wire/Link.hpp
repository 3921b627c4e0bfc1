#pragma once

#include <memory>
#include <string>

#include "net/Application.hpp"
#include "tests/simulation/hall/time/Random.hpp"
#include "tests/simulation/hall/time/Timeline.hpp"

namespace luot::simulation {

class ServerLife;

/// How the network is just now.
struct NetworkFaults {
    Milliseconds fastest{1};
    Milliseconds slowest{40};
};

/// The server's place in the network: who, if anybody, answers there now.
class Address {
public:
    virtual ~Address() = default;
    /// Null while nobody listens. `life` tells one server's life from the next.
    virtual ServerLife* server() = 0;
    virtual std::uint64_t life() const = 0;
};

/// Whoever has a link to the server.
class LinkUser {
public:
    virtual ~LinkUser() = default;
    virtual void linkUp() = 0;
    virtual void linkDown() = 0;
    virtual void frameCame(const std::string& text) = 0;
};

/// A client's connection to the server, as net's links and sessions behave: frames keep their order and each
/// takes its time; a connection that breaks loses what is on its way, and the two ends notice at different
/// times; a partition holds all up until it heals. It connects again by itself.
class Link {
public:
    struct Parts {
        Timeline& timeline;
        Address& address;
        const NetworkFaults& faults;
        Random random;
    };
    Link(Parts parts, int number) : parts_(std::move(parts)), number_(number) {}

    void use(LinkUser& user) { user_ = &user; }
    void connect();
    /// False when the link is down.
    bool send(std::string text);
    /// The client's side drops the connection and asks for another.
    void reconnect();

    /// The cable breaks, or somebody restarts the switch.
    void breakDown();
    /// The cable is out until then.
    void cut(Instant until);
    /// Nothing passes until then.
    void holdUp(Instant until) { heldUntil_ = std::max(heldUntil_, until); }
    void heal() { heldUntil_ = cutUntil_ = {}; }
    /// The server is dead.
    void lose();
    bool up() const { return clientUp_; }

private:
    class Peer;
    void tryToConnect(std::uint64_t attempt);
    void toClient(std::uint64_t connection, net::Frame frame);
    void closedByServer(std::uint64_t connection);
    void endLater(const std::shared_ptr<Peer>& peer, Milliseconds pause);
    void dropLater(Milliseconds pause);
    Instant arrival(Instant& last);

    Parts parts_;
    int number_;
    LinkUser* user_ = nullptr;
    std::shared_ptr<Peer> peer_;
    std::uint64_t connection_ = 0;  ///< counts connections and what ended them; 0: none yet
    bool clientUp_ = false;
    Instant heldUntil_{};
    Instant cutUntil_{};
    Instant lastToClient_{};
    Instant lastToServer_{};
};

}  // namespace luot::simulation
