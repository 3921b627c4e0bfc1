#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "base/Result.hpp"

namespace luot::net {

/// Where a stream is.
struct StreamClientTarget {
    std::string url;
    std::string path = "/api/v1/stream";
    std::string token;
};

struct StreamClientLimits {
    std::size_t frameBytes = 64 * 1024;
    std::size_t outboxBytes = 256 * 1024;
    std::chrono::milliseconds connectWithin{3000};  ///< of the connection, and of a close
    std::chrono::milliseconds idle{4000};  ///< without a sign of life; until the server's first word twice that
    std::chrono::milliseconds heartbeat{
        1500};  ///< between two pings: more than two fit into the server's idle time
};

/// A client's end of a stream for programs that run an io_context themselves (simulator, tests, the link's
/// thread). Lives on that context's thread. Its destructor cuts the connection.
class StreamClient {
public:
    /// `url` as in LinkSettings. invalidInput: no url, or refused by the server with the status that the
    /// sentence names.
    static boost::asio::awaitable<base::Result<std::unique_ptr<StreamClient>>> connect(
        boost::asio::any_io_executor executor, std::string url, std::string path, std::string token);
    static boost::asio::awaitable<base::Result<std::unique_ptr<StreamClient>>> connect(
        boost::asio::any_io_executor executor, StreamClientTarget target, StreamClientLimits limits);
    virtual ~StreamClient() = default;

    /// Queues a text frame; false when closing or when too much waits already.
    virtual bool send(std::string text) = 0;
    /// The next text frame, one read at a time. closedByPeer (see peerCode), timedOut, cancelled.
    virtual boost::asio::awaitable<base::Result<std::string>> read() = 0;
    /// Sends what is queued, says good-bye, waits for the other side's.
    virtual boost::asio::awaitable<void> close() = 0;
    /// Cuts the connection; a pending read ends.
    virtual void cut() = 0;
    /// The close code that the server sent; 0 when it did not.
    virtual std::uint16_t peerCode() const = 0;
};

}  // namespace luot::net
