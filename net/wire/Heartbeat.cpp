#include "net/wire/Heartbeat.hpp"

#include <utility>

namespace luot::net::wire {

Heartbeat::Heartbeat(Executor executor, std::shared_ptr<WebSocketStream> stream,
                     std::chrono::milliseconds every)
    : timer_(executor), stream_(std::move(stream)), every_(every) {}

void Heartbeat::start() {
    timer_.expires_after(every_);
    timer_.async_wait([self = shared_from_this()](const boost::system::error_code& error) {
        if (!error) self->beat();
    });
}

void Heartbeat::stop() {
    stream_.reset();
    timer_.cancel();
}

void Heartbeat::beat() {
    if (!stream_) return;
    stream_->ping([self = shared_from_this()](bool ok) {
        if (ok && self->stream_) self->start();
    });
}

}  // namespace luot::net::wire
