#include "tests/simulation/hall/server/ServerLife.hpp"

#include "queue/outlook/Alerts.hpp"

#include <boost/asio/co_spawn.hpp>
#include <stdexcept>

namespace luot::simulation {

namespace {

namespace hall = server::hall;

/// Nobody in the simulation is turned away for asking too often: that limit counts real seconds.
constexpr int anyNumber = 1'000'000;
/// The server looks at its clock at least so often.
constexpr base::Seconds longestSleep{30};

hall::Refusals refusalsOf(const server::api::Problems& problems) {
    return {[&](const queue::Refusal& refusal) { return problems.refusal(refusal); },
            [&](int status, std::string_view code) { return problems.problem(status, code); }};
}

template <class T>
T got(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().what);
    return std::move(*result);
}

hall::Answers answersOf(journal::Journal& journal, Instant now) {
    hall::Answers answers;
    answers.load(got(journal.answersSince(base::instantAt(base::dateOf(now), {}))));
    return answers;
}

net::Frame frameOf(std::int64_t seq, Instant at, std::string_view name, std::string_view data) {
    return std::make_shared<const std::string>(protocol::encodeEventFrame(seq, at, name, data));
}

}  // namespace

ServerLife::ServerLife(Parts parts)
    : parts_(std::move(parts)),
      disk_(home_, parts_.diskAsked),
      database_(home_.get_executor(), disk_.executor()),
      pump_({home_.get_executor(), database_, *parts_.journal, parts_.clock, *this,
             refusalsOf(parts_.problems)},
            got(hall::replay(*parts_.journal)), answersOf(*parts_.journal, parts_.clock.now())),
      feed_(std::max<std::int64_t>(
          0, pump_.standing().seq - static_cast<int>(server::stream::Feed::keptFrames))),
      gate_({home_.get_executor(), pump_, *parts_.journal, database_, parts_.problems, answers_}, anyNumber),
      conversation_({feed_, gate_, pump_, answers_, [](const auto&) {}, [](const auto&) {}}) {
    answers_.seal = &seal_;
    answers_.publicUrl = "http://hall";
    answers_.secretOf = [](const std::string&) { return "secret"; };
    answers_.surroundings = [this](Instant now) { return surroundings(now); };
    for (const auto& row : got(parts_.journal->read(feed_.seq(), server::stream::Feed::keptFrames)))
        feed_.publish(row.seq, frameOf(row.seq, row.fact.at, row.fact.name, row.fact.data));
}

ServerLife::~ServerLife() = default;

void ServerLife::start(queue::ChangeSettings rules) {
    spawn(pump_.run());
    spawn(serve(std::move(rules)));
}

boost::asio::awaitable<void> ServerLife::serve(queue::ChangeSettings rules) {
    hall::Submission submission;
    submission.command = std::move(rules);
    const auto outcome = co_await pump_.submit(std::move(submission));
    if (outcome.problem) co_return;  // as the real one, it ends; somebody starts it again
    auto read = [&journal = *parts_.journal] { return journal.tokens(); };
    auto tokens = co_await database_.run(std::move(read));
    gate_.replaceTokens(got(std::move(tokens)));
    co_await letTimePass();
    listening_ = true;
}

void ServerLife::poll() {
    home_.restart();
    while (home_.poll() > 0) {
    }
    if (lookAtTime_) noticeTime();
    while (home_.poll() > 0) {
    }
}

void ServerLife::tick() {
    nextTick_ = Instant::max();
    if (!writable()) {
        lookAtTime_ = true;
        return;
    }
    spawn(letTimePass());
}

boost::asio::awaitable<void> ServerLife::letTimePass() {
    hall::Submission submission;
    submission.command = queue::TimePassed{};
    co_await pump_.submit(std::move(submission));
    lookAtTime_ = true;
}

/// As App::keepTime between two sleeps.
void ServerLife::noticeTime() {
    lookAtTime_ = false;
    const auto now = pump_.now();
    const auto& state = pump_.standing().hall;
    conversation_.noticeTime();
    nextTick_ = now + longestSleep;
    for (const auto& next : {queue::nextWakeUp(state, now), queue::nextAlert(state, now)})
        if (next) nextTick_ = std::min(nextTick_, *next + Milliseconds(1));
    if (!writable()) nextTick_ = std::max(nextTick_, now + base::Seconds(1));
}

void ServerLife::record(queue::Command command) {
    auto task = [](hall::CommandPump& pump, queue::Command given) -> boost::asio::awaitable<void> {
        hall::Submission submission;
        submission.command = std::move(given);
        co_await pump.submit(std::move(submission));
    };
    spawn(task(pump_, std::move(command)));
}

void ServerLife::published(const hall::Published& fact) {
    lookAtTime_ = true;  // as App::lookSoon, without its pause
    feed_.publish(fact.seq, frameOf(fact.seq, fact.at, fact.name, fact.data));
}

void ServerLife::writableChanged(bool) {
    feed_.forgetSnapshot();
    conversation_.broadcastStatus();
}

protocol::Hall ServerLife::wire() const {
    return server::api::wireHall(pump_.standing(), surroundings(pump_.now()));
}

server::api::Surroundings ServerLife::surroundings(Instant now) const {
    return {parts_.journal->identity().feed, now, pump_.writable(), 1};
}

void ServerLife::received(const std::shared_ptr<net::Peer>& peer, std::string frame) {
    auto& session = sessions_[peer.get()];
    if (!session) session = std::make_shared<Session>();
    if (session->closed) return;
    session->inbox.push_back(std::move(frame));
    if (session->busy) return;
    session->busy = true;
    spawn(converse(peer, session));
}

/// One frame after the other, as net's sessions do.
boost::asio::awaitable<void> ServerLife::converse(std::shared_ptr<net::Peer> peer,
                                                  std::shared_ptr<Session> session) {
    while (!session->inbox.empty() && !session->closed) {
        auto frame = std::move(session->inbox.front());
        session->inbox.pop_front();
        co_await conversation_.received(peer, std::move(frame));
    }
    session->busy = false;
    if (session->closed) closed(peer);
}

void ServerLife::closed(const std::shared_ptr<net::Peer>& peer) {
    const auto found = sessions_.find(peer.get());
    if (found == sessions_.end()) return;
    found->second->closed = true;
    if (found->second->busy) return;
    sessions_.erase(found);
    conversation_.closed(peer);
}

void ServerLife::spawn(boost::asio::awaitable<void> task) {
    auto ended = [](const std::exception_ptr& failure) {
        if (failure) std::rethrow_exception(failure);
    };
    boost::asio::co_spawn(home_, std::move(task), std::move(ended));
}

}  // namespace luot::simulation
