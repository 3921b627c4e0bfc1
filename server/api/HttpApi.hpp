#pragma once

#include <functional>
#include <string>
#include <vector>

#include "net/Application.hpp"
#include "server/api/Gate.hpp"
#include "server/pages/TrackingPage.hpp"

namespace luot::base {
class Wording;
}

namespace luot::server::api {

/// Answers the requests of the contract: paths, who may, then the command table or a reading.
/// Lives on the network thread.
class HttpApi {
public:
    struct Parts {
        Gate& gate;
        hall::CommandPump& pump;
        journal::Journal& journal;
        store::DatabaseThread& database;
        const AnswerParts& answers;
        const base::Wording& wording;
        const pages::TrackingIndex& tracking;
        std::function<std::string()> metrics;
    };
    explicit HttpApi(Parts parts) : parts_(std::move(parts)) {}

    boost::asio::awaitable<net::HttpResponse> answer(net::HttpRequest request);

private:
    using Segments = std::vector<std::string>;

    net::HttpResponse open(const net::HttpRequest& request, const Segments& path) const;
    net::HttpResponse trackingPage(const net::HttpRequest& request, const std::string& secret) const;
    boost::asio::awaitable<net::HttpResponse> command(net::HttpRequest request, Segments path);
    base::Result<Request, protocol::Problem> requested(const net::HttpRequest& request,
                                                       const Segments& path) const;
    base::Result<void, protocol::Problem> readBody(const std::string& text, Request& given) const;
    boost::asio::awaitable<net::HttpResponse> reading(net::HttpRequest request, Segments path);
    boost::asio::awaitable<net::HttpResponse> ticket(std::string id);
    net::HttpResponse appointments() const;
    boost::asio::awaitable<net::HttpResponse> events(std::string query);
    boost::asio::awaitable<net::HttpResponse> waitingReport(std::string query);
    boost::asio::awaitable<net::HttpResponse> faults(std::string query);
    net::HttpResponse failed(int status, std::string_view code, std::string_view subject = {}) const;
    net::HttpResponse failed(const protocol::Problem& problem) const;
    net::HttpResponse wrong(std::string sentence) const;
    /// Of the journal; the log says where.
    net::HttpResponse unreadable(const base::Error& error) const;

    Parts parts_;
};

}  // namespace luot::server::api
