#include "net/Listener.hpp"

#include "base/Log.hpp"

#include <boost/asio/co_spawn.hpp>

#include "net/listen/HttpConnection.hpp"
#include "net/listen/Session.hpp"
#include "net/listen/SessionGroup.hpp"
#include "net/listen/Surroundings.hpp"
#include "net/wire/Endpoint.hpp"

namespace luot::net {

namespace asio = boost::asio;
using asio::ip::tcp;
using base::fail;
using base::Fault;
using base::Result;
using listen::HttpConnection;
using listen::Session;
using listen::SessionGroup;
using listen::Surroundings;
using Acceptor = asio::basic_socket_acceptor<tcp, wire::Executor>;

namespace {

/// The wait after an accept that failed for want of file descriptors or memory; without it a core would spin.
constexpr std::chrono::milliseconds acceptPause{200};
/// Connections above the limits that get an answer and not only a cut, at the same time.
constexpr std::size_t maxRefusals = 64;
/// After everything was cut: what is left of the sessions has only to notice.
constexpr std::chrono::milliseconds cutWithin{1000};

void logFailure(std::exception_ptr failure) {
    try {
        if (failure) std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        base::logError("a connection ended by an exception: {}", error.what());
    }
}

asio::awaitable<void> stream(wire::Socket socket, std::shared_ptr<Surroundings> surroundings,
                             SessionGroup::Place& place, listen::Upgrade upgrade) {
    const auto executor = socket.get_executor();
    wire::StreamLimits limits;
    limits.frameBytes = surroundings->limits.frameBytes;
    limits.idle = surroundings->limits.idleStream;
    limits.handshake = surroundings->limits.graceAtClose;
    auto accepted =
        co_await wire::WebSocketStream::accept(std::move(socket), std::move(upgrade.handshake), limits);
    if (!accepted) co_return;
    listen::Caller caller{std::move(upgrade.path), std::move(upgrade.authorization), place.address()};
    const auto session =
        std::make_shared<Session>(std::move(*accepted), std::move(surroundings), std::move(caller));
    place.hold(session.get());
    co_await session->run(executor);
    place.hold(nullptr);
}

asio::awaitable<void> converse(wire::Socket socket, std::shared_ptr<Surroundings> surroundings,
                               SessionGroup::Place place) {
    std::optional<listen::Upgrade> upgrade;
    {
        HttpConnection connection(std::move(socket), surroundings, place.address());
        place.hold(&connection);
        upgrade = co_await connection.run();
        place.hold(nullptr);
        if (!upgrade) co_return;
        socket = connection.takeSocket();
    }
    co_await stream(std::move(socket), std::move(surroundings), place, std::move(*upgrade));
}

asio::awaitable<void> refuse(wire::Socket socket, std::shared_ptr<Surroundings> surroundings,
                             SessionGroup::Place place, HttpResponse response) {
    HttpConnection connection(std::move(socket), std::move(surroundings), place.address());
    place.hold(&connection);
    co_await connection.refuse(std::move(response));
    place.hold(nullptr);
}

/// Everything of a listener that its coroutines share.
class Gate : public std::enable_shared_from_this<Gate> {
public:
    Gate(wire::Executor executor, Application& application, ListenerLimits limits)
        : acceptor(executor),
          pause(executor),
          group(std::make_shared<SessionGroup>(executor)),
          refused(std::make_shared<SessionGroup>(executor)),
          surroundings(std::make_shared<Surroundings>(Surroundings{&application, limits})) {}

    asio::awaitable<void> accept() {
        const auto self = shared_from_this();
        while (acceptor.is_open()) {
            auto [error, socket] = co_await acceptor.async_accept(wire::asTuple);
            if (!error) {
                admit(std::move(socket));
                continue;
            }
            if (!acceptor.is_open()) break;
            base::logWarn("cannot accept a connection: {}", error.message());
            pause.expires_after(acceptPause);
            co_await pause.async_wait(wire::asTuple);
        }
    }

    void close() {
        boost::system::error_code ignored;
        acceptor.close(ignored);
        pause.cancel();
    }

    Acceptor acceptor;
    wire::Timer pause;
    std::shared_ptr<SessionGroup> group;
    std::shared_ptr<SessionGroup> refused;
    std::shared_ptr<Surroundings> surroundings;

private:
    void admit(wire::Socket socket) {
        boost::system::error_code error;
        const auto remote = socket.remote_endpoint(error);
        if (error) return;
        socket.set_option(tcp::no_delay(true), error);
        const auto address = remote.address().to_string();
        const auto executor = socket.get_executor();
        const auto& limits = surroundings->limits;
        const bool many = group->sizeOf(address) >= limits.sessionsPerAddress;
        if (many || group->size() >= limits.sessions) {
            if (refused->size() >= maxRefusals) return;
            auto response =
                many ? problem(429, "too_many_sessions", "Close some of your connections first.")
                     : problem(503, "too_many_sessions", "The server is full; try again in a moment.");
            asio::co_spawn(
                executor,
                refuse(std::move(socket), surroundings, refused->enter(address), std::move(response)),
                logFailure);
            return;
        }
        asio::co_spawn(executor, converse(std::move(socket), surroundings, group->enter(address)),
                       logFailure);
    }
};

class TcpListener final : public Listener {
public:
    TcpListener(std::shared_ptr<Gate> gate, std::uint16_t port) : gate_(std::move(gate)), port_(port) {}

    ~TcpListener() override {
        gate_->close();
        gate_->surroundings->application = nullptr;
        gate_->group->cut();
        gate_->refused->cut();
    }

    std::uint16_t port() const override { return port_; }
    std::size_t sessions() const override { return gate_->group->size(); }
    void start() override { asio::co_spawn(gate_->acceptor.get_executor(), gate_->accept(), logFailure); }

    asio::awaitable<void> stop() override {
        const auto gate = gate_;
        gate->close();
        gate->refused->cut();
        gate->group->stop();
        const bool polite = co_await gate->group->waitUntilEmpty(gate->surroundings->limits.graceAtClose);
        if (polite) co_return;
        gate->group->cut();
        const bool ended = co_await gate->group->waitUntilEmpty(cutWithin);
        if (!ended) base::logError("{} connections did not end in time", gate->group->size());
    }

private:
    std::shared_ptr<Gate> gate_;
    std::uint16_t port_;
};

}  // namespace

Result<std::unique_ptr<Listener>> Listener::open(asio::any_io_executor executor, const std::string& address,
                                                 Application& application, ListenerLimits limits) {
    auto endpoint = wire::parseEndpoint(address);
    if (!endpoint) return tl::unexpected(endpoint.error());
    boost::system::error_code error;
    const auto host =
        asio::ip::make_address(endpoint->host == "localhost" ? "127.0.0.1" : endpoint->host, error);
    if (error) return fail(Fault::invalidInput, "'" + endpoint->host + "' is no address of this machine");
    auto gate = std::make_shared<Gate>(wire::plainExecutor(executor), application, limits);
    const tcp::endpoint local(host, endpoint->port);
    gate->acceptor.open(local.protocol(), error);
    if (!error) gate->acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) gate->acceptor.bind(local, error);
    if (!error) gate->acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) return fail(Fault::unavailable, "cannot listen on " + address + ": " + error.message());
    const auto port = gate->acceptor.local_endpoint().port();
    return std::make_unique<TcpListener>(std::move(gate), port);
}

}  // namespace luot::net
