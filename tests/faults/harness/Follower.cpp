#include "Follower.hpp"

#include <algorithm>
#include <stdexcept>

#include "../../integration/server/Client.hpp"

namespace luot::faults {

namespace {

constexpr std::chrono::milliseconds look{1};

}  // namespace

Follower::Follower(const std::string& url, const std::string& token) {
    net::LinkSettings settings;
    settings.url = url;
    settings.token = token;
    auto link = net::startLink(settings, [this] { news_ = true; });
    if (!link) throw std::runtime_error(link.error().what);
    link_ = std::move(*link);
    thread_ = std::thread([this] { run(); });
}

Follower::~Follower() {
    stop_ = true;
    thread_.join();
}

void Follower::run() {
    while (!stop_) {
        if (!news_.exchange(false)) {
            std::this_thread::sleep_for(look);
            continue;
        }
        while (auto event = link_->poll()) take(std::move(*event));
    }
}

void Follower::take(net::LinkEvent event) {
    const std::scoped_lock lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (std::holds_alternative<net::LinkUp>(event)) {
        up_ = true;
        link_->send(tests::hello("display", feed_.greeting()));
    } else if (const auto* frame = std::get_if<net::LinkFrame>(&event)) {
        auto value = base::json::parse(frame->text);
        if (value && value->is_object() && feed_.see(value->get_object()))
            seen_.emplace_back(feed_.last(), now);
        why_ = frame->text;
    } else if (why_ = std::get<net::LinkDown>(event).why; up_.exchange(false)) {
        ++losses_;
        lastLoss_ = now;
    }
    changed_.notify_all();
}

template <class Condition>
bool Follower::waitFor(Condition condition, std::chrono::milliseconds within) const {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, within, condition);
}

bool Follower::reaches(std::int64_t seq, std::chrono::milliseconds within) const {
    return waitFor([&] { return feed_.last() >= seq; }, within);
}

bool Follower::loses(int times, std::chrono::milliseconds within) const {
    return waitFor([&] { return losses_ >= times; }, within);
}

FeedCheck Follower::feed() const {
    const std::scoped_lock lock(mutex_);
    return feed_;
}

Follower::Moment Follower::lastLoss() const {
    const std::scoped_lock lock(mutex_);
    return lastLoss_;
}

std::string Follower::why() const {
    const std::scoped_lock lock(mutex_);
    return why_;
}

Follower::Moment Follower::seenAt(std::int64_t seq) const {
    const std::scoped_lock lock(mutex_);
    const auto found =
        std::find_if(seen_.begin(), seen_.end(), [&](const auto& e) { return e.first == seq; });
    return found == seen_.end() ? Moment{} : found->second;
}

}  // namespace luot::faults
