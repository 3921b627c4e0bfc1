#include "server/stream/Conversation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/json/Json.hpp"
#include "server/api/wire/Outlook.hpp"

namespace luot::server::stream {

namespace {

constexpr std::size_t maxCommandId = 64;

net::Frame frameOf(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

net::Frame encoded(protocol::ServerMessage message) { return frameOf(protocol::encodeMessage(message)); }

/// The answer is JSON text already: it is spliced into the frame, not parsed again.
net::Frame replyFrame(const std::string& id, const hall::Outcome& outcome) {
    const auto quotedId = base::json::serialize(base::json::Value(boost::json::string_view(id)));
    if (outcome.problem)
        return frameOf(fmt::format(R"({{"type":"reply","id":{},"ok":false,"problem":{}}})", quotedId,
                                   base::json::encodeText(*outcome.problem)));
    return frameOf(fmt::format(R"({{"type":"reply","id":{},"ok":true,"result":{}}})", quotedId,
                               outcome.body ? *outcome.body : "null"));
}

bool validId(const std::string& id) {
    return !id.empty() && id.size() <= maxCommandId &&
           std::all_of(id.begin(), id.end(), [](unsigned char c) { return c > 0x20 && c < 0x7f; });
}

}  // namespace

boost::asio::awaitable<void> Conversation::received(std::shared_ptr<net::Peer> peer, std::string text) {
    auto message = protocol::decodeClientMessage(text);
    if (!message) {
        peer->close(net::CloseCode::protocolError);
        co_return;
    }
    if (auto* hello = std::get_if<protocol::Hello>(&*message)) {
        co_await greet(std::move(peer), std::move(*hello));
        co_return;
    }
    const auto greeted = greeted_.find(peer.get());
    if (greeted == greeted_.end()) {
        peer->close(net::CloseCode::protocolError);
        co_return;
    }
    auto caller = greeted->second;
    if (auto* frame = std::get_if<protocol::CommandFrame>(&*message))
        co_await command(std::move(peer), std::move(caller), std::move(*frame));
    else if (const auto* note = std::get_if<protocol::Shown>(&*message))
        co_await shown(std::move(caller), *note);
}

void Conversation::closed(const std::shared_ptr<net::Peer>& peer) {
    parts_.feed.unsubscribe(peer);
    const auto greeted = greeted_.find(peer.get());
    if (greeted == greeted_.end()) return;
    const auto caller = std::move(greeted->second);
    greeted_.erase(greeted);
    parts_.left(caller);
}

boost::asio::awaitable<void> Conversation::greet(std::shared_ptr<net::Peer> peer, protocol::Hello hello) {
    auto secret = hello.token.value_or(std::string(auth::bearerSecret(peer->authorization())));
    auto caller = co_await parts_.gate.identify(std::move(secret));
    const bool known = hello.protocol == protocol::protocolVersion && auth::roleNamed(hello.role);
    if (!known || greeted_.contains(peer.get())) {
        peer->close(net::CloseCode::protocolError);
        co_return;
    }
    if (!caller || !auth::may(caller->role, auth::Right::read)) {
        peer->close(net::CloseCode::policy);
        co_return;
    }
    greeted_.emplace(peer.get(), *caller);
    sendState(*peer, hello);
    parts_.feed.subscribe(peer);
    parts_.came(*caller);
}

/// In one step with subscribing, so that nothing is missed and nothing comes twice.
void Conversation::sendState(net::Peer& peer, const protocol::Hello& hello) {
    // Whoever comes hears how all is now. All others must have heard it too: when it turns back to what they
    // were told last, nothing would be told.
    noticeTime();
    auto& feed = parts_.feed;
    const auto around = parts_.answers.surroundings(parts_.pump.now());
    protocol::Welcome welcome;
    welcome.feed = around.feed;
    welcome.seq = feed.seq();
    welcome.now = around.now;
    welcome.clockSpeed = around.clockSpeed;
    peer.send(encoded(welcome));
    const auto status = statusOf(around);
    if (hello.feed == around.feed && hello.since && *hello.since >= 0 && feed.reaches(*hello.since)) {
        // Owed whole, as a snapshot is: counted, a thousand of them would fill the outbox, the client would
        // be closed for not keeping up, come back, and be as far behind as before.
        for (auto& frame : feed.after(*hello.since)) peer.sendSnapshotPart(std::move(frame));
        peer.send(encoded(status));
        return;
    }
    if (!feed.snapshotAt(feed.seq())) {
        auto parts = api::inParts(api::wireHall(parts_.pump.standing(), around));
        std::vector<net::Frame> frames;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            protocol::Snapshot snapshot{feed.seq(), static_cast<int>(i + 1), static_cast<int>(parts.size()),
                                        std::move(parts[i])};
            frames.push_back(encoded(std::move(snapshot)));
        }
        feed.keepSnapshot(feed.seq(), std::move(frames));
    }
    for (const auto& frame : *feed.snapshotAt(feed.seq())) peer.sendSnapshotPart(frame);
    peer.send(encoded(status));
}

void Conversation::broadcastStatus() {
    told_ = statusOf(parts_.answers.surroundings(parts_.pump.now()));
    parts_.feed.broadcast(encoded(told_));
}

void Conversation::noticeTime() {
    auto status = statusOf(parts_.answers.surroundings(parts_.pump.now()));
    const auto& hall = parts_.pump.standing().hall;
    const DayMark mark{hall.day, hall.open, hall.openedByCommand};
    if (!api::wire::differ(told_, status) && mark == dayTold_) return;
    told_ = std::move(status);
    dayTold_ = mark;
    parts_.feed.forgetSnapshot();
    parts_.feed.broadcast(encoded(told_));
}

protocol::Status Conversation::statusOf(const api::Surroundings& around) const {
    return api::wire::status(parts_.pump.standing(), around);
}

boost::asio::awaitable<void> Conversation::command(std::shared_ptr<net::Peer> peer, auth::Caller caller,
                                                   protocol::CommandFrame frame) {
    hall::Outcome outcome;
    const auto* row = api::commandNamed(frame.name);
    if (!validId(frame.id)) {
        outcome.problem = parts_.gate.problems().problem(400, "wrong_field", "id");
        outcome.problem->detail = "'id' must have 1 to 64 printable characters without spaces";
    } else if (!row) {
        outcome.problem = parts_.gate.problems().problem(404, "not_found", frame.name);
    } else {
        api::Request request{std::move(caller), row, std::move(frame.args), frame.id, {}, {}};
        request.content = frame.name + base::json::serialize(request.arguments);
        outcome = co_await parts_.gate.carryOut(std::move(request));
    }
    auto reply = replyFrame(frame.id, outcome);
    peer->send(std::move(reply));
}

boost::asio::awaitable<void> Conversation::shown(auth::Caller caller, protocol::Shown note) {
    if (!auth::may(caller.role, auth::Right::showCalls)) co_return;
    hall::Submission submission;
    submission.origin.actor = caller.name;
    submission.origin.device = auth::name(caller.role);
    submission.command = queue::RecordShown{caller.name, note.seq, note.screen, note.spoken};
    co_await parts_.pump.submit(std::move(submission));
}

}  // namespace luot::server::stream
