#include "net/StreamClient.hpp"

#include "net/wire/Deadline.hpp"
#include "net/wire/FrameWriter.hpp"
#include "net/wire/Heartbeat.hpp"
#include "net/wire/WebSocketStream.hpp"

namespace luot::net {

namespace asio = boost::asio;
using base::Result;

namespace {

class WebSocketClient final : public StreamClient {
public:
    WebSocketClient(wire::Executor executor, std::shared_ptr<wire::WebSocketStream> stream,
                    StreamClientLimits limits)
        : executor_(executor),
          stream_(std::move(stream)),
          writer_(std::make_shared<wire::FrameWriter>(stream_, limits.outboxBytes)),
          heartbeat_(std::make_shared<wire::Heartbeat>(executor, stream_, limits.heartbeat)),
          closeWithin_(limits.connectWithin) {
        heartbeat_->start();
    }

    ~WebSocketClient() override { cut(); }

    bool send(std::string text) override {
        auto frame = std::make_shared<const std::string>(std::move(text));
        return writer_->offer(std::move(frame)) == wire::Outbox::Offer::taken;
    }

    asio::awaitable<Result<std::string>> read() override {
        auto message = co_await stream_->read();
        if (!message) co_return tl::unexpected(message.error());
        if (message->tooBig) co_return base::fail(base::Fault::invalidInput, "a frame over the limit");
        if (!message->isText) co_return base::fail(base::Fault::invalidInput, "a binary frame");
        co_return std::move(message->text);
    }

    asio::awaitable<void> close() override {
        heartbeat_->stop();
        wire::Deadline deadline(executor_, [this] { stream_->cut(); });
        deadline.within(closeWithin_);
        writer_->closeAfterRest(CloseCode::normal);
        wire::Timer idle(executor_, wire::Timer::time_point::max());
        writer_->whenIdle([&idle] { idle.expires_at(wire::Timer::time_point::min()); });
        co_await idle.async_wait(wire::asTuple);
        stream_->cut();
    }

    void cut() override {
        heartbeat_->stop();
        stream_->cut();
    }
    std::uint16_t peerCode() const override { return stream_->peerCode(); }

private:
    wire::Executor executor_;
    std::shared_ptr<wire::WebSocketStream> stream_;
    std::shared_ptr<wire::FrameWriter> writer_;
    std::shared_ptr<wire::Heartbeat> heartbeat_;
    std::chrono::milliseconds closeWithin_;
};

}  // namespace

asio::awaitable<Result<std::unique_ptr<StreamClient>>> StreamClient::connect(asio::any_io_executor executor,
                                                                             std::string url,
                                                                             std::string path,
                                                                             std::string token) {
    StreamClientTarget target;
    target.url = std::move(url);
    target.path = std::move(path);
    target.token = std::move(token);
    const StreamClientLimits limits;
    return connect(std::move(executor), std::move(target), limits);
}

asio::awaitable<Result<std::unique_ptr<StreamClient>>> StreamClient::connect(asio::any_io_executor executor,
                                                                             StreamClientTarget target,
                                                                             StreamClientLimits limits) {
    auto endpoint = wire::parseUrl(target.url);
    if (!endpoint) co_return tl::unexpected(endpoint.error());
    const auto plain = wire::plainExecutor(executor);
    wire::StreamTarget where;
    where.endpoint = std::move(*endpoint);
    where.path = std::move(target.path);
    where.token = std::move(target.token);
    wire::StreamLimits bounds;
    bounds.frameBytes = limits.frameBytes;
    bounds.idle = limits.idle;
    bounds.connect = bounds.handshake = limits.connectWithin;
    auto stream = co_await wire::WebSocketStream::connect(plain, std::move(where), bounds);
    if (!stream) co_return tl::unexpected(stream.error());
    std::unique_ptr<StreamClient> client =
        std::make_unique<WebSocketClient>(plain, std::move(*stream), limits);
    co_return client;
}

}  // namespace luot::net
