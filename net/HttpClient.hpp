#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <memory>
#include <string>

#include "base/Result.hpp"
#include "net/Http.hpp"

namespace luot::net {

/// One kept connection to a server, for load tests and the simulator. It connects when the first request
/// needs it and again when the server closed it in between. Lives on its io_context's thread; one request at
/// a time.
class HttpClient {
public:
    /// invalidInput when the url is none.
    static base::Result<std::unique_ptr<HttpClient>> open(boost::asio::any_io_executor executor,
                                                          const std::string& url);
    virtual ~HttpClient() = default;
    /// Sends `request` (its path is sent as it is, with its query; `remote` is not used). Whatever status
    /// comes is a response. unavailable, timedOut, closedByPeer. It is never sent twice by itself.
    virtual boost::asio::awaitable<base::Result<HttpResponse>> request(HttpRequest request,
                                                                       std::chrono::milliseconds within) = 0;
};

/// One request over a connection of its own.
boost::asio::awaitable<base::Result<HttpResponse>> request(boost::asio::any_io_executor executor,
                                                           std::string url, HttpRequest request,
                                                           std::chrono::milliseconds within);

}  // namespace luot::net
