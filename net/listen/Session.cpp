#include "net/listen/Session.hpp"

#include <boost/asio/co_spawn.hpp>
#include <utility>

#include "base/Log.hpp"

namespace luot::net::listen {

namespace asio = boost::asio;

Session::Session(std::shared_ptr<wire::WebSocketStream> stream, std::shared_ptr<Surroundings> surroundings,
                 Caller caller)
    : stream_(std::move(stream)),
      writer_(std::make_shared<wire::FrameWriter>(stream_, surroundings->limits.outboxBytes)),
      surroundings_(std::move(surroundings)),
      caller_(std::move(caller)) {}

asio::awaitable<void> Session::run(wire::Executor executor) {
    const auto self = shared_from_this();
    executor_ = executor;
    delivered_.emplace(executor);
    if (writer_->closing()) armGrace();
    if (surroundings_->application) surroundings_->application->opened(self);
    co_await readAll();
    if (heartbeat_) std::exchange(heartbeat_, nullptr)->stop();
    co_await whileDelivering();
    co_await joinWriter(executor);
    executor_.reset();
    delivered_.reset();
    grace_.reset();
    stream_->cut();
    if (surroundings_->application) surroundings_->application->closed(self);
    // The application may keep the peer; the socket is given back now.
    writer_.reset();
    stream_.reset();
}

asio::awaitable<void> Session::readAll() {
    for (;;) {
        auto message = co_await stream_->read();
        if (!message) {
            // While we are closing, the reader ends when the closing handshake has.
            if (!writer_->closing())
                base::logDebug("stream of {} ended: {}", caller_.remote, message.error().what);
            if (message.error().fault != base::Fault::cancelled) writer_->abandon();
            co_return;
        }
        if (!message->isText || message->tooBig) {
            co_await whileDelivering();
            close(message->tooBig ? CloseCode::tooBig : CloseCode::unacceptableData);
            co_return;
        }
        if (writer_->closing()) continue;
        beat();
        deliverSoon(std::move(message->text));
        co_await whileFull();
    }
}

void Session::deliverSoon(std::string text) {
    pendingBytes_ += text.size();
    pending_.push_back(std::move(text));
    if (std::exchange(delivering_, true)) return;
    asio::co_spawn(*executor_, deliverAll(), [self = shared_from_this()](std::exception_ptr) {
        self->delivering_ = false;
        self->delivered_->cancel();
    });
}

asio::awaitable<void> Session::deliverAll() {
    while (!pending_.empty() && !refuses_) {
        auto text = std::move(pending_.front());
        pending_.pop_front();
        pendingBytes_ -= text.size();
        const bool delivered = co_await deliver(std::move(text));
        if (!delivered) break;
        delivered_->cancel();
    }
    pending_.clear();
    pendingBytes_ = 0;
}

asio::awaitable<void> Session::whileFull() {
    while (full()) co_await nextDelivery();
}

asio::awaitable<void> Session::whileDelivering() {
    while (delivering_) co_await nextDelivery();
}

asio::awaitable<void> Session::nextDelivery() {
    delivered_->expires_at(wire::Timer::time_point::max());
    co_await delivered_->async_wait(wire::asTuple);
}

void Session::beat() {
    if (heartbeat_) return;
    heartbeat_ = std::make_shared<wire::Heartbeat>(*executor_, stream_, surroundings_->limits.heartbeat);
    heartbeat_->start();
}

asio::awaitable<bool> Session::deliver(std::string text) {
    try {
        if (!surroundings_->application) co_return false;
        co_await surroundings_->application->received(shared_from_this(), std::move(text));
        co_return true;
    } catch (const std::exception& error) {
        base::logError("a frame of {}: {}", caller_.remote, error.what());
    }
    close(CloseCode::internalError);
    co_return false;
}

asio::awaitable<void> Session::joinWriter(wire::Executor executor) {
    if (!writer_->closing()) writer_->abandon();
    if (!grace_) armGrace();
    wire::Timer idle(executor, wire::Timer::time_point::max());
    writer_->whenIdle([&idle] { idle.expires_at(wire::Timer::time_point::min()); });
    co_await idle.async_wait(wire::asTuple);
}

bool Session::send(Frame frame) {
    if (!writer_) return false;
    const auto offer = writer_->offer(std::move(frame));
    if (offer == wire::Outbox::Offer::full) {
        base::logWarn("{} does not keep up and is closed", caller_.remote);
        writer_->closeSoon(CloseCode::tryAgainLater);
        refuses_ = true;
        armGrace();
    }
    return offer == wire::Outbox::Offer::taken;
}

bool Session::sendSnapshotPart(Frame frame) {
    return writer_ && writer_->offerUncounted(std::move(frame)) == wire::Outbox::Offer::taken;
}

void Session::close(CloseCode code) {
    refuses_ = true;
    if (!writer_ || writer_->closing()) return;
    writer_->closeAfterRest(code);
    armGrace();
}

void Session::armGrace() {
    if (!executor_ || grace_) return;
    grace_ = std::make_unique<wire::Deadline>(*executor_, [this] { cut(); });
    grace_->within(surroundings_->limits.graceAtClose);
}

void Session::cut() {
    if (stream_) stream_->cut();
}

}  // namespace luot::net::listen
