#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <list>
#include <mutex>
#include <random>
#include <string>
#include <thread>

namespace luot::faults {

/// How a network is ill at the moment. Both directions the same, all connections the same.
struct Illness {
    std::chrono::milliseconds delay{0};
    std::chrono::milliseconds jitter{0};  ///< each connection is late by up to so much more: overtakes others
    /// Nothing passes any more, and nobody is told: a cable pulled, a peer that lost its power.
    bool silent = false;
    bool refuse = false;  ///< new connections are reset at once
    /// Of a hundred pieces so many come 200 ms to 3 s late, as TCP makes of lost packets.
    int lossPercent = 0;
    int bytesASecond = 0;  ///< 0: as fast as it goes
};

/// Stands between programs and a server on this machine and makes the network between them ill. One thread.
class Proxy {
public:
    /// `target`: port on 127.0.0.1.
    explicit Proxy(std::uint16_t target);
    ~Proxy();
    Proxy(const Proxy&) = delete;
    Proxy& operator=(const Proxy&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    void become(Illness illness);
    void heal() { become({}); }
    /// Ends every connection with a reset.
    void cut() { cutAsked_ = true; }
    /// The server has moved.
    void pointAt(std::uint16_t target) { target_ = target; }
    std::size_t connections() const { return open_; }
    std::uint64_t bytes() const { return bytes_; }

private:
    using Moment = std::chrono::steady_clock::time_point;
    struct Piece {
        Moment due;
        std::string bytes;
    };
    /// One direction of a connection.
    struct Way {
        int from = -1;
        int to = -1;
        std::deque<Piece> pieces;
        std::size_t waiting = 0;  ///< bytes
        Moment nextByte{};        ///< when the rate allows one again
        bool ended = false;       ///< `from` has said all
    };
    struct Pair {
        Way there;
        Way back;
        std::chrono::milliseconds lag{0};  ///< of this connection
        bool broken = false;
    };

    void run();
    void accept();
    void read(Way& way, Pair& pair);
    void write(Way& way, Pair& pair);
    void sweep(bool all);
    Illness illness() const;
    std::chrono::milliseconds delayNow(const Pair& pair);

    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<std::uint16_t> target_;
    std::atomic<bool> stop_ = false;
    std::atomic<bool> cutAsked_ = false;
    std::atomic<std::size_t> open_ = 0;
    std::atomic<std::uint64_t> bytes_ = 0;
    mutable std::mutex mutex_;
    Illness illness_;
    std::list<Pair> pairs_;
    std::mt19937 random_{1};
    std::thread thread_;
};

/// The port in "http://127.0.0.1:8080".
std::uint16_t portOf(const std::string& url);

}  // namespace luot::faults
