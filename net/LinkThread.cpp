#include "net/LinkThread.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <random>
#include <thread>

#include "base/Log.hpp"
#include "net/Application.hpp"
#include "net/StreamClient.hpp"
#include "net/link/LinkMachine.hpp"
#include "net/link/LinkQueues.hpp"
#include "net/wire/Deadline.hpp"
#include "net/wire/Endpoint.hpp"

namespace luot::net {

namespace asio = boost::asio;
using link::LinkOrders;
using link::Moment;
using std::chrono::steady_clock;

namespace {

/// How long a program that ends waits for the closing handshake.
constexpr std::chrono::milliseconds goodByeWithin{500};

std::function<double()> jitter() {
    return [engine = std::minstd_rand(std::random_device{}())]() mutable {
        return std::uniform_real_distribution<double>(0.0, 1.0)(engine);
    };
}

/// A thread with its own context, and the coroutine on it that keeps the connection. All members but the
/// queues belong to that thread.
class LinkThread final : public Link {
public:
    LinkThread(LinkSettings settings, std::function<void()> wake)
        : settings_(std::move(settings)),
          wake_(std::move(wake)),
          queues_(settings_.queuedEvents, settings_.queuedFrames),
          machine_({settings_.firstRetry, settings_.longestRetry, 2 * settings_.idle}, jitter()),
          pause_(io_.get_executor()) {
        spawn(keep());
        thread_ = std::thread([this] { io_.run(); });
    }

    ~LinkThread() override {
        asio::post(io_, [this] { stop(); });
        thread_.join();
    }

    std::optional<LinkEvent> poll() override { return queues_.poll(); }

    bool send(std::string frame) override {
        if (!queues_.offer(std::move(frame))) return false;
        asio::post(io_, [this] { sendQueued(); });
        return true;
    }

    void reconnect() override {
        asio::post(io_, [this] { interrupt(machine_.reconnect(steady_clock::now())); });
    }

private:
    asio::awaitable<void> keep() {
        auto orders = machine_.start();
        while (!stopping_) {
            obey(orders);
            if (orders.connect) {
                orders = co_await connect();
            } else if (client_) {
                orders = co_await converse();
            } else {
                orders =
                    co_await wait(orders.waitUntil.value_or(steady_clock::now() + settings_.longestRetry));
            }
        }
    }

    asio::awaitable<LinkOrders> connect() {
        StreamClientTarget target;
        target.url = settings_.url;
        target.path = settings_.path;
        target.token = settings_.token;
        StreamClientLimits limits;
        limits.connectWithin = settings_.connectWithin;
        limits.idle = settings_.idle;
        auto client = co_await StreamClient::connect(io_.get_executor(), std::move(target), limits);
        const auto now = steady_clock::now();
        if (!client) {
            const bool refused = client.error().fault == base::Fault::invalidInput;
            co_return machine_.failed(client.error().what, refused, now);
        }
        client_ = std::move(*client);
        co_return machine_.connected(now);
    }

    /// Takes frames until the connection ends.
    asio::awaitable<LinkOrders> converse() {
        wire::Deadline greeting(io_.get_executor(),
                                [this] { interrupt(machine_.timePassed(steady_clock::now())); });
        greeting.within(2 * settings_.idle);
        for (;;) {
            auto frame = co_await client_->read();
            if (!frame) co_return lost(frame.error().what);
            machine_.frame();
            greeting.clear();
            LinkFrame news;
            news.text = std::move(*frame);
            if (!queues_.push(std::move(news))) {
                interrupt(machine_.failed("the program does not keep up", false, steady_clock::now()));
                co_return lost("");
            }
            wake_();
        }
    }

    LinkOrders lost(std::string why) {
        if (interrupted_) return *std::exchange(interrupted_, std::nullopt);
        const bool refused = client_->peerCode() == static_cast<std::uint16_t>(CloseCode::policy);
        if (refused) why = "refused by the server";
        return machine_.failed(std::move(why), refused, steady_clock::now());
    }

    asio::awaitable<LinkOrders> wait(Moment until) {
        pause_.expires_at(until);
        co_await pause_.async_wait(wire::asTuple);
        co_return machine_.timePassed(steady_clock::now());
    }

    void obey(const LinkOrders& orders) {
        if (orders.drop) client_.reset();
        if (!orders.tell) return;
        queues_.push(*orders.tell);
        wake_();
    }

    /// Ends a conversation from outside; its orders are those.
    void interrupt(LinkOrders orders) {
        if (!orders.drop || !client_) return;
        interrupted_ = std::move(orders);
        client_->cut();
    }

    void sendQueued() {
        while (auto frame = client_ ? queues_.takeFrame() : std::nullopt) {
            if (client_->send(std::move(*frame))) continue;
            interrupt(machine_.failed("the server does not keep up", false, steady_clock::now()));
            return;
        }
    }

    void stop() {
        stopping_ = true;
        if (tasks_ == 0) return;
        giveUp_.emplace(io_.get_executor(), [this] { io_.stop(); });
        giveUp_->within(goodByeWithin);
        pause_.cancel();
        if (machine_.state() == link::LinkState::connecting) return io_.stop();
        if (!client_) return;
        spawn(client_->close());
    }

    void spawn(asio::awaitable<void> task) {
        ++tasks_;
        asio::co_spawn(io_, std::move(task), [this](std::exception_ptr failure) { ended(failure); });
    }

    void ended(std::exception_ptr failure) {
        if (--tasks_ == 0) giveUp_.reset();
        try {
            if (failure) std::rethrow_exception(failure);
        } catch (const std::exception& error) {
            base::logError("the link ended by an exception: {}", error.what());
            io_.stop();
        }
    }

    asio::io_context io_{1};  ///< first, so that it is destroyed last
    LinkSettings settings_;
    std::function<void()> wake_;
    link::LinkQueues queues_;
    link::LinkMachine machine_;
    wire::Timer pause_;
    std::optional<wire::Deadline> giveUp_;
    std::unique_ptr<StreamClient> client_;
    std::optional<LinkOrders> interrupted_;
    bool stopping_ = false;
    int tasks_ = 0;  ///< coroutines that run
    std::thread thread_;
};

}  // namespace

base::Result<std::unique_ptr<Link>> startLink(LinkSettings settings, std::function<void()> wake) {
    if (auto endpoint = wire::parseUrl(settings.url); !endpoint) return tl::unexpected(endpoint.error());
    return std::make_unique<LinkThread>(std::move(settings), std::move(wake));
}

}  // namespace luot::net
