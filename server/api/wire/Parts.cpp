#include "base/json/Json.hpp"
#include "protocol/Messages.hpp"
#include "server/api/HallProjection.hpp"

/// A hall in frames.
namespace luot::server::api {

namespace {

/// Promised by docs/protocol.md.
constexpr std::size_t ticketsAPart = 80;
/// What a part may hold, so that the frame around it stays within the protocol's 64 KiB.
constexpr std::size_t bytesAPart = protocol::maxFrameBytes - 1024;

using Tickets = std::vector<protocol::Ticket>;

/// Fills part after part.
class Cutter {
public:
    explicit Cutter(protocol::Hall first, protocol::Hall further)
        : further_(std::move(further)), furtherBytes_(base::json::encodeText(further_).size()) {
        bytes_ = base::json::encodeText(first).size();
        parts_.push_back(std::move(first));
    }

    void put(Tickets& tickets, Tickets protocol::Hall::*list) {
        for (auto& ticket : tickets) {
            const auto size = base::json::encodeText(ticket).size() + 1;
            if (tickets_ == ticketsAPart || bytes_ + size > bytesAPart) begin();
            bytes_ += size;
            ++tickets_;
            (parts_.back().*list).push_back(std::move(ticket));
        }
    }

    std::vector<protocol::Hall> take() { return std::move(parts_); }

private:
    void begin() {
        parts_.push_back(further_);
        bytes_ = furtherBytes_;
        tickets_ = 0;
    }

    protocol::Hall further_;
    std::size_t furtherBytes_;
    std::vector<protocol::Hall> parts_;
    std::size_t bytes_ = 0;
    std::size_t tickets_ = 0;
};

}  // namespace

std::vector<protocol::Hall> inParts(protocol::Hall whole) {
    Tickets waiting, missed, held;
    waiting.swap(whole.waiting);
    missed.swap(whole.missed);
    held.swap(whole.held);
    auto first = whole;
    whole.called.clear();
    whole.serving.clear();
    whole.recent.clear();
    whole.alerts.clear();
    whole.prepared.clear();
    Cutter cutter(std::move(first), std::move(whole));
    cutter.put(held, &protocol::Hall::held);
    cutter.put(waiting, &protocol::Hall::waiting);
    cutter.put(missed, &protocol::Hall::missed);
    return cutter.take();
}

}  // namespace luot::server::api
