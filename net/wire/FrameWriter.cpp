#include "net/wire/FrameWriter.hpp"

#include <utility>

namespace luot::net::wire {

FrameWriter::FrameWriter(std::shared_ptr<WebSocketStream> stream, std::size_t maxBytes)
    : stream_(std::move(stream)), outbox_(maxBytes) {}

Outbox::Offer FrameWriter::offer(Frame frame) {
    const auto result = outbox_.offer(std::move(frame));
    if (result == Outbox::Offer::taken) next();
    return result;
}

Outbox::Offer FrameWriter::offerUncounted(Frame frame) {
    const auto result = outbox_.offerUncounted(std::move(frame));
    if (result == Outbox::Offer::taken) next();
    return result;
}

void FrameWriter::closeAfterRest(CloseCode code) {
    if (outbox_.closed()) return;
    outbox_.close();
    closeCode_ = code;
    next();
}

void FrameWriter::closeSoon(CloseCode code) {
    outbox_.truncate(busy_ ? 1 : 0);
    closeAfterRest(code);
}

void FrameWriter::abandon() {
    outbox_.close();
    outbox_.truncate(busy_ && !closeSent_ ? 1 : 0);
    closeSent_ = true;
}

void FrameWriter::whenIdle(std::function<void()> then) {
    whenIdle_ = std::move(then);
    if (!busy_) std::exchange(whenIdle_, nullptr)();
}

void FrameWriter::next() {
    if (busy_) return;
    if (!outbox_.empty()) {
        busy_ = true;
        stream_->write(outbox_.front(), [self = shared_from_this()](bool ok) {
            self->outbox_.pop();
            self->finished(ok);
        });
    } else if (outbox_.closed() && !closeSent_) {
        busy_ = true;
        closeSent_ = true;
        stream_->close(closeCode_, [self = shared_from_this()](bool ok) { self->finished(ok); });
    }
}

void FrameWriter::finished(bool ok) {
    busy_ = false;
    if (!ok) abandon();
    next();
    if (!busy_ && whenIdle_) std::exchange(whenIdle_, nullptr)();
}

}  // namespace luot::net::wire
