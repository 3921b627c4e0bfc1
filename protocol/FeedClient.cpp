#include "protocol/FeedClient.hpp"

#include "base/Ids.hpp"

namespace luot::protocol {

FeedClient::FeedClient(std::string role, std::string token)
    : role_(std::move(role)), token_(std::move(token)) {}

std::string FeedClient::hello() const {
    Hello hello;
    hello.role = role_;
    if (!token_.empty()) hello.token = token_;
    if (view_.complete() && !distrusted_) {
        hello.feed = view_.hall().feed;
        hello.since = view_.hall().seq;
    }
    return encodeMessage(ClientMessage(std::move(hello)));
}

FeedNews FeedClient::receive(std::string_view frame, std::int64_t localNow) {
    FeedNews news;
    auto message = decodeServerMessage(frame);
    if (message) {
        std::visit([&](auto& part) { take(std::move(part), localNow, news); }, *message);
    } else {
        news.mustReconnect = true;
    }
    if (news.mustReconnect) distrusted_ = true;
    return news;
}

void FeedClient::take(Welcome welcome, std::int64_t localNow, FeedNews& news) {
    welcomeNow_ = welcome.now;
    welcomeLocal_ = localNow;
    clockSpeed_ = welcome.clockSpeed;
    news.welcomed = true;
    news.mustReconnect = welcome.protocol != protocolVersion;
}

void FeedClient::take(Snapshot part, std::int64_t, FeedNews& news) {
    news.mustReconnect = !view_.apply(part);
    news.refreshed = view_.complete();
    if (news.refreshed) distrusted_ = false;
}

void FeedClient::take(EventFrame event, std::int64_t, FeedNews& news) {
    news.mustReconnect = !view_.apply(event);
    if (!news.mustReconnect) news.event = std::move(event);
}

void FeedClient::take(Reply reply, std::int64_t, FeedNews& news) { news.reply = std::move(reply); }

void FeedClient::take(Status status, std::int64_t, FeedNews& news) {
    view_.apply(status);
    news.statusChanged = true;
}

void FeedClient::recall(const Hall& hall, base::Instant now, std::int64_t localNow) {
    Snapshot whole;
    whole.seq = hall.seq;
    whole.hall = hall;
    if (!view_.apply(whole)) return;
    distrusted_ = true;
    welcomeNow_ = now;
    welcomeLocal_ = localNow;
    clockSpeed_ = hall.clockSpeed;
}

void FeedClient::pretend(EventFrame event) {
    event.seq = view_.hall().seq + 1;
    distrusted_ = true;
    (void)view_.apply(event);
}

std::string FeedClient::command(std::string_view name, base::json::Object args, std::string* id) {
    CommandFrame command;
    command.id = base::newId();
    command.name = name;
    command.args = std::move(args);
    if (id) *id = command.id;
    return encodeMessage(ClientMessage(std::move(command)));
}

std::string FeedClient::shown(std::int64_t seq, bool screen, bool spoken) const {
    Shown shown;
    shown.seq = seq;
    shown.screen = screen;
    shown.spoken = spoken;
    return encodeMessage(ClientMessage(shown));
}

base::Instant FeedClient::serverTime(std::int64_t localNow) const {
    const auto passed = static_cast<double>(localNow - welcomeLocal_) * clockSpeed_;
    return welcomeNow_ + base::Milliseconds(static_cast<std::int64_t>(passed));
}

}  // namespace luot::protocol
