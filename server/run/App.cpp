#include "server/run/App.hpp"

#include <boost/asio/co_spawn.hpp>
#include <csignal>

#include "base/Log.hpp"
#include "protocol/Messages.hpp"
#include "server/stream/FrameContent.hpp"

namespace luot::server::run {

namespace {

constexpr std::string_view streamPath = "/api/v1/stream";
constexpr std::string_view pagePrefix = "/t/";
/// A stream client that has not greeted by then is closed.
constexpr std::chrono::seconds greetWithin{10};
/// Alerts and waits follow from all tickets together: looked at so often at most, however many commits come.
constexpr std::chrono::milliseconds betweenLooks{250};

hall::Refusals refusalsOf(const api::Problems& problems) {
    return {[&](const queue::Refusal& refusal) { return problems.refusal(refusal); },
            [&](int status, std::string_view code) { return problems.problem(status, code); }};
}

hall::Answers answersOf(std::vector<journal::Answer>& kept) {
    hall::Answers answers;
    answers.load(std::move(kept));
    return answers;
}

}  // namespace

App::App(ServerSettings settings, Opened opened)
    : settings_(std::move(settings)),
      parts_(std::move(opened)),
      problems_(parts_.wording),
      seal_("offline series " + parts_.journal->identity().secretKey),
      tracking_(parts_.journal->identity().secretKey),
      pump_({io_.get_executor(), database_, *parts_.journal, *parts_.clock, *this, refusalsOf(problems_)},
            std::move(parts_.standing), answersOf(parts_.answers)),
      feed_(pump_.standing().seq - static_cast<std::int64_t>(parts_.newestRows.size())),
      gate_({io_.get_executor(), pump_, *parts_.journal, database_, problems_, answerParts_},
            settings_.requestsPerSecond),
      conversation_({feed_, gate_, pump_, answerParts_, [this](const auto& caller) { devices_.came(caller); },
                     [this](const auto& caller) { devices_.left(caller); }}),
      http_({gate_, pump_, *parts_.journal, database_, answerParts_, parts_.wording, tracking_,
             [this] { return metrics(); }}),
      devices_(io_.get_executor(), [this](queue::Command command) { record(std::move(command)); }),
      signals_(io_, SIGTERM, SIGINT, SIGHUP),
      wakeUp_(io_),
      look_(io_),
      alive_(io_) {
    answerParts_.secretOf = [this](const std::string& ticket) { return tracking_.secretOf(ticket); };
    answerParts_.seal = &seal_;
    answerParts_.wording = &parts_.wording;
    answerParts_.surroundings = [this](base::Instant now) { return surroundings(now); };
    for (const auto& row : parts_.newestRows)
        feed_.publish(row.seq, std::make_shared<const std::string>(protocol::encodeEventFrame(
                                   row.seq, row.fact.at, row.fact.name,
                                   stream::frameContent(row.fact.name, row.fact.data))));
    parts_.newestRows.clear();
    for (const auto& fault : parts_.faults) {
        if (fault.code == "device_lost" && fault.device) devices_.missing(*fault.device);
        if (fault.code == "clock_set") clockWrong_ = true;
    }
    if (const auto& day = pump_.standing().hall.day) tracking_.startDay(*day);
    for (const auto& ticket : parts_.ticketsToday) tracking_.add(ticket);
}

App::~App() = default;

boost::asio::awaitable<net::HttpResponse> App::answer(net::HttpRequest request) {
    return http_.answer(std::move(request));
}

bool App::streamsAt(const std::string& path) const {
    if (path == streamPath) return true;
    return path.starts_with(pagePrefix) && tracking_.ticketOf(path.substr(pagePrefix.size())) != nullptr;
}

void App::opened(std::shared_ptr<net::Peer> peer) {
    if (peer->path() != streamPath) {
        const auto* ticket = tracking_.ticketOf(peer->path().substr(pagePrefix.size()));
        if (!ticket || !followers_.add(peer, *ticket, pump_.standing().hall, pump_.now()))
            peer->close(net::CloseCode::tryAgainLater);
        return;
    }
    auto& timer = greetings_.emplace(peer.get(), boost::asio::steady_timer(io_, greetWithin)).first->second;
    timer.async_wait([this, waiting = std::weak_ptr(peer)](boost::system::error_code error) {
        const auto silent = waiting.lock();
        if (error || !silent) return;
        greetings_.erase(silent.get());
        if (!conversation_.hasGreeted(*silent)) silent->close(net::CloseCode::policy);
    });
}

boost::asio::awaitable<void> App::received(std::shared_ptr<net::Peer> peer, std::string frame) {
    if (peer->path() == streamPath) return conversation_.received(std::move(peer), std::move(frame));
    peer->close(net::CloseCode::policy);
    return [](std::shared_ptr<net::Peer>) -> boost::asio::awaitable<void> { co_return; }(std::move(peer));
}

void App::closed(std::shared_ptr<net::Peer> peer) {
    if (peer->path() != streamPath) return followers_.remove(peer);
    greetings_.erase(peer.get());
    conversation_.closed(peer);
}

void App::published(const hall::Published& fact) {
    if (const auto* issued = std::get_if<queue::TicketIssued>(&fact.event)) tracking_.add(issued->ticket.id);
    if (const auto* opened = std::get_if<queue::DayOpened>(&fact.event)) tracking_.startDay(opened->day);
    const bool day = std::holds_alternative<queue::DayOpened>(fact.event) ||
                     std::holds_alternative<queue::DayClosed>(fact.event) ||
                     std::holds_alternative<queue::SettingsChanged>(fact.event);
    if (day) wakeUp_.cancel();
    if (backups_ && std::holds_alternative<queue::DayClosed>(fact.event)) backups_->dayEnded();
    feed_.publish(fact.seq, std::make_shared<const std::string>(protocol::encodeEventFrame(
                                fact.seq, fact.at, fact.name, stream::frameContent(fact.name, fact.data))));
}

void App::batchDone() {
    followers_.update(pump_.standing().hall, pump_.now());
    lookSoon();
}

void App::lookSoon() {
    if (std::exchange(lookIsDue_, true)) return;
    look_.expires_after(betweenLooks);
    look_.async_wait([this](boost::system::error_code error) {
        lookIsDue_ = false;
        if (error || !listener_) return;
        watchClock();
        conversation_.noticeTime();
    });
}

void App::writableChanged(bool writable) {
    if (const auto& failure = pump_.lastFailure(); writable && failure)
        record(queue::Command(queue::RecordRecovery{{failure->since, failure->what}}));
    feed_.forgetSnapshot();
    conversation_.broadcastStatus();
}

api::Surroundings App::surroundings(base::Instant now) const {
    return {parts_.journal->identity().feed, now, pump_.writable(),
            settings_.startTime ? settings_.speed : 1};
}

void App::spawn(const char* name, boost::asio::awaitable<void> task) {
    auto ended = [this, name](std::exception_ptr failure) {
        if (!failure) return;
        try {
            std::rethrow_exception(failure);
        } catch (const std::exception& error) {
            base::logError("{} failed: {}", name, error.what());
        }
        result_ = base::fail(base::Fault::internal, std::string(name) + " failed");
        io_.stop();
    };
    boost::asio::co_spawn(io_, std::move(task), std::move(ended));
}

void App::record(queue::Command command) {
    hall::Submission submission;
    submission.command = std::move(command);
    auto task = [](hall::CommandPump& pump, hall::Submission given) -> boost::asio::awaitable<void> {
        co_await pump.submit(std::move(given));
    };
    spawn("recording", task(pump_, std::move(submission)));
}

}  // namespace luot::server::run
