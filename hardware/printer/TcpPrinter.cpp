#include "hardware/printer/TcpPrinter.hpp"

#include <algorithm>

namespace luot::hardware::printer {

namespace {

Socket::Deadline in(std::chrono::milliseconds time) { return std::chrono::steady_clock::now() + time; }

/// A printer that sends more than so much in place of an echo talks about something else, bytes.
constexpr std::size_t mostAnswer = 4096;

}  // namespace

base::Result<Outcome> TcpPrinter::print(const PrintJob& job) {
    auto socket = Socket::connect(address_, in(deadlines_.connect));
    if (!socket) return tl::unexpected(socket.error());
    if (const auto sent = socket->write(job.bytes, in(deadlines_.write)); !sent)
        return tl::unexpected(sent.error());
    if (!job.processId || deadlines_.confirm.count() == 0) return Outcome::unknown;
    return waitForEcho(*socket, *job.processId);
}

/// The echo is 37 22 id 00 (Epson, GS ( H function 48). Status bytes before it are passed over.
Outcome TcpPrinter::waitForEcho(Socket& socket, const std::array<char, 4>& id) const {
    const auto deadline = in(deadlines_.confirm);
    const std::array<std::uint8_t, 7> echo{0x37,
                                           0x22,
                                           static_cast<std::uint8_t>(id[0]),
                                           static_cast<std::uint8_t>(id[1]),
                                           static_cast<std::uint8_t>(id[2]),
                                           static_cast<std::uint8_t>(id[3]),
                                           0x00};
    std::vector<std::uint8_t> heard;
    std::array<std::uint8_t, 256> part{};
    while (heard.size() < mostAnswer) {
        const auto got = socket.read(part, deadline);
        if (!got) break;
        heard.insert(heard.end(), part.begin(), part.begin() + static_cast<std::ptrdiff_t>(*got));
        if (std::search(heard.begin(), heard.end(), echo.begin(), echo.end()) != heard.end())
            return Outcome::confirmed;
    }
    return Outcome::unknown;
}

}  // namespace luot::hardware::printer
