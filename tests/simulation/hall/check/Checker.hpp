#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "protocol/HallView.hpp"
#include "server/hall/Halls.hpp"

namespace luot::simulation {

/// A row that is on the medium now, with the hall as it was before it by all rows from the first on.
struct Entry {
    const journal::Row& row;
    const queue::Event& event;
    const queue::Hall& before;
    std::uint64_t commit = 0;  ///< rows of one commit share it
};

/// A reply "ok" that reached the one who asked.
struct Acknowledged {
    std::string commandId;
    std::string ticket;  ///< id; empty: the answer has none
    std::string number;
};

/// An event frame that reached a client.
struct Told {
    int client = 0;
    const protocol::EventFrame& event;
};

/// A slip that a kiosk printed without the server: somebody holds it.
struct Paper {
    int kiosk = 0;
    protocol::Ticket ticket;
    std::string insteadOf;  ///< id of a question that was never answered; empty: none
};

/// A clerk without the server calls somebody by voice.
struct CallAlone {
    int counter = 0;
    std::string ticket;
    std::int64_t seen = 0;  ///< the newest event when he was told what he may call alone
};

/// A client's picture once all is quiet.
struct Picture {
    std::string whose;
    bool complete = false;
    protocol::Hall hall;
};

/// Watches one thing that must always hold, by what the medium, the server and the clients see. Says so when
/// it does not.
class Checker {
public:
    virtual ~Checker() = default;

    virtual void written(const Entry&) {}
    /// What the server holds for true after something happened.
    virtual void stands(const server::hall::Standing&) {}
    /// A server began a life with this standing; `rows` is all that the medium has, `whole` what all of them
    /// give.
    virtual void started(const server::hall::Standing&, const std::vector<journal::Row>&,
                         const queue::Hall&) {}
    /// Somebody asked for something under this id for the first time.
    virtual void asked(const std::string& commandId) { static_cast<void>(commandId); }
    virtual void acknowledged(const Acknowledged&) {}
    virtual void told(const Told&) {}
    /// A client dropped a link since the frames made no sense.
    virtual void confused(int client, const std::string& frame) {
        static_cast<void>(client), static_cast<void>(frame);
    }
    virtual void handedOut(const Paper&) {}
    virtual void calledAlone(const CallAlone&) {}
    /// A kiosk's disk is gone, and with it what it had not handed in.
    virtual void diskBroke(int kiosk) { static_cast<void>(kiosk); }
    /// Faults are over and all had time: the server's hall and the clients' pictures of it.
    virtual void quiet(const protocol::Hall&, const std::vector<Picture>&) {}

    const std::vector<std::string>& complaints() const { return complaints_; }

protected:
    void complain(std::string what) { complaints_.push_back(std::move(what)); }

private:
    std::vector<std::string> complaints_;
};

}  // namespace luot::simulation
