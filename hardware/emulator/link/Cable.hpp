#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/Result.hpp"
#include "hardware/emulator/link/Handle.hpp"

namespace luot::hardware::emulator::link {

/// An IPv4 address to listen at.
struct Address {
    std::string host;
    int port = 0;
};

/// "127.0.0.1:9100", also with "tcp://" before it. Error: invalidInput.
base::Result<Address> parseAddress(const std::string& text);

/// Where one peer at a time may be connected: a TCP port or a pseudo terminal. Never blocks.
class Cable {
public:
    /// Port 0 picks one. `buffer`: bytes that the system holds for us before the peer must wait; 0: its own
    /// choice. Error: unavailable.
    static base::Result<Cable> listen(Address address, int buffer);
    /// A pseudo terminal in raw mode, as a serial port. Error: unavailable.
    static base::Result<Cable> terminal();

    /// "tcp://127.0.0.1:9100" or "pty:///dev/pts/4".
    const std::string& url() const { return url_; }
    /// To wait on: the peer, or the door for the next one when nobody is connected; else -1.
    int peer() const { return peer_.get(); }
    int door() const { return peer_ ? -1 : listener_.get(); }

    void accept();
    /// What has come, at most `most` bytes. Lets go of a peer that has left.
    std::vector<std::uint8_t> read(std::size_t most);
    /// Sends what the peer takes now, and keeps the rest; what nobody is there to hear is lost.
    void send(std::span<const std::uint8_t> bytes);
    bool waitsToSend() const { return !unsent_.empty(); }
    /// Unplugged: the peer is cut off and nobody can connect. A terminal hangs up, and has the same name
    /// again unless somebody still holds the old one or took it meanwhile.
    void setPlugged(bool plugged);

private:
    base::Result<> bindAndListen();
    base::Result<> openTerminal();
    void drop();

    std::string url_;
    Address address_;
    int buffer_ = 0;
    bool isTerminal_ = false;
    Handle listener_;
    Handle peer_;
    Handle slave_;  ///< kept open, so that the master outlives its users
    std::vector<std::uint8_t> unsent_;
};

}  // namespace luot::hardware::emulator::link
