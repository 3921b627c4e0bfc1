#include "simulator/line/Line.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "base/Assert.hpp"
#include "base/Ids.hpp"

namespace luot::simulator::line {

namespace asio = boost::asio;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds firstBackOff{100};
constexpr milliseconds longestBackOff{2000};
/// After a 429 or 503.
constexpr milliseconds askAgainAfter{250};
constexpr auto asTuple = asio::as_tuple(asio::use_awaitable);

/// The server writes `type` first; events are most of what comes, and only one line of a run reads them.
bool isEvent(const std::string& frame) { return frame.starts_with(R"({"type":"event")"); }

bool cannotNow(const Answer& answer) {
    return !answer.ok && (answer.problem.status == 429 || answer.problem.status == 503);
}

std::string reasonOf(const base::Error& error, std::uint16_t closeCode) {
    constexpr std::uint16_t policy = 1008;  // RFC 6455 7.4.1
    return closeCode == policy ? "the server refuses the token" : error.what;
}

}  // namespace

Line::Line(asio::io_context& io, Ways ways, LineCount& count)
    : io_(io), ways_(std::move(ways)), count_(count), answered_(io), backOff_(io) {}

asio::awaitable<void> Line::keep() {
    auto backOff = firstBackOff;
    while (!ended_) {
        net::StreamClientTarget target;
        target.url = ways_.url;
        target.token = ways_.token;
        const net::StreamClientLimits limits;
        auto client = co_await net::StreamClient::connect(io_.get_executor(), std::move(target), limits);
        if (client && !ended_) {
            co_await converse(**client);
            if (wasUp_) backOff = firstBackOff;
        } else if (!client) {
            lastError_ = client.error().what;
        }
        if (ended_) break;
        co_await pause(backOff);
        backOff = std::min(2 * backOff, longestBackOff);
    }
}

asio::awaitable<void> Line::converse(net::StreamClient& client) {
    client_ = &client;
    client.send(ways_.hello());
    for (;;) {
        auto frame = co_await client.read();
        if (!frame) lastError_ = reasonOf(frame.error(), client.peerCode());
        if (!frame || ended_ || !take(*frame)) break;
    }
    if (up_ && !ended_) ++count_.reconnects;
    up_ = false;
    client_ = nullptr;
}

asio::awaitable<void> Line::pause(milliseconds duration) {
    backOff_.expires_after(duration);
    co_await backOff_.async_wait(asTuple);
}

bool Line::take(const std::string& frame) {
    if (isEvent(frame)) return !ways_.others || ways_.others(frame);
    auto message = protocol::decodeServerMessage(frame);
    if (!message) {
        lastError_ = message.error().what;
        return false;
    }
    if (auto* reply = std::get_if<protocol::Reply>(&*message)) {
        take(std::move(*reply));
        return true;
    }
    if (ways_.others && !ways_.others(frame)) return false;
    if (std::holds_alternative<protocol::Welcome>(*message)) {
        up_ = true;
        if (pending_ && pending_->sent) ++count_.repeats;
        wasUp_ = true;
        send();
    }
    return true;
}

void Line::take(protocol::Reply reply) {
    if (!pending_ || pending_->id != reply.id) return;
    auto& answer = pending_->answer;
    answer.given = true;
    answer.ok = reply.ok;
    if (reply.result) answer.result = std::move(*reply.result);
    if (reply.problem) answer.problem = std::move(*reply.problem);
    answered_.cancel();
}

void Line::send() {
    if (!up_ || !client_ || !pending_) return;
    if (!pending_->sent) pending_->sent = std::chrono::steady_clock::now();
    client_->send(pending_->frame);
}

asio::awaitable<Answer> Line::ask(std::string name, base::json::Object arguments) {
    LUOT_ASSERT(!pending_);
    protocol::CommandFrame command;
    command.id = base::newId();
    command.name = std::move(name);
    command.args = std::move(arguments);
    pending_.emplace();
    pending_->id = command.id;
    pending_->frame = protocol::encodeMessage(protocol::ClientMessage(std::move(command)));
    while (!ended_) {
        send();
        while (!pending_->answer.given && !ended_) {
            answered_.expires_at(asio::steady_timer::time_point::max());
            co_await answered_.async_wait(asTuple);
        }
        if (!cannotNow(pending_->answer) || ended_) break;
        pending_->answer = {};
        ++count_.repeats;
        answered_.expires_after(askAgainAfter);
        co_await answered_.async_wait(asTuple);
    }
    Answer answer = std::move(pending_->answer);
    if (pending_->sent) answer.took = std::chrono::steady_clock::now() - *pending_->sent;
    pending_.reset();
    if (!answer.given) ++count_.unanswered;
    if (answer.given && !answer.ok) ++count_.refused;
    co_return answer;
}

void Line::end() {
    ended_ = true;
    if (client_) client_->cut();
    answered_.cancel();
    backOff_.cancel();
}

}  // namespace luot::simulator::line
