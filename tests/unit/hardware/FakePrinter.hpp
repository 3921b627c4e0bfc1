#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <limits>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace luot::hardware::printer::test {

/// How a printer of the tests behaves. Byte counts are of all that it has received.
struct Behaviour {
    static constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

    std::map<int, std::uint8_t> answers{
        {1, 0x12}, {2, 0x12}, {3, 0x12}, {4, 0x12}};  ///< DLE EOT n; none: deaf
    bool echoes = true;                               ///< process ids
    bool fences = true;                               ///< GS r
    std::size_t deafAfter = never;                    ///< takes nothing more
    int bytesPerSecond = 0;                           ///< takes no more; 0: as fast as they come
    std::size_t closeAfter = never;                   ///< lets the connection go
    std::size_t reportAfter = never;
    std::vector<std::uint8_t> report{};  ///< what it says then
};

/// A printer on a loopback port or behind a pseudo terminal, on a thread of its own.
class FakePrinter {
public:
    enum class Where { tcp, pty };
    explicit FakePrinter(Behaviour behaviour, Where where = Where::tcp);
    ~FakePrinter();

    /// "tcp:127.0.0.1:PORT", or of the pty the device file.
    std::string place() const { return place_; }
    std::string received() const;
    int connections() const { return connections_; }
    void behave(Behaviour behaviour);

private:
    void listen();
    void openPty();
    void run();
    /// How many bytes it would take now.
    std::size_t room() const;
    /// True when it let the connection go by itself.
    bool serve(int peer);
    void answer(int peer);
    void say(int peer, const std::vector<std::uint8_t>& bytes);

    mutable std::mutex mutex_;  ///< guards the next three
    Behaviour behaviour_;
    std::string received_;
    std::chrono::steady_clock::time_point behavedSince_ = std::chrono::steady_clock::now();
    int listener_ = -1;
    int master_ = -1;
    std::string place_;
    std::atomic<int> connections_ = 0;
    std::atomic<bool> ending_ = false;
    std::thread thread_;
};

}  // namespace luot::hardware::printer::test
