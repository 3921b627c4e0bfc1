#include "server/hall/CommandPump.hpp"

#include <algorithm>
#include <boost/asio/append.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <iterator>

#include "base/Assert.hpp"
#include "base/json/Json.hpp"
#include "queue/event/EventCodec.hpp"
#include "server/hall/Visits.hpp"
#include "server/hall/Withdrawal.hpp"

namespace luot::server::hall {

namespace {

/// One commit serves at most so many commands; beyond it the batch would hold up the answers.
constexpr std::size_t maxBatch = 512;
/// Commands that may wait; beyond it the newest is answered 503.
constexpr std::size_t maxWaiting = 8192;
/// A clock set back by less than this stands still instead; by more it is followed and reported.
constexpr base::Minutes longestStandstill{10};

}  // namespace

CommandPump::CommandPump(Parts parts, Standing standing, Answers answers)
    : parts_(std::move(parts)),
      working_(standing),
      published_(std::move(standing)),
      answers_(std::move(answers)),
      wake_(parts_.executor, boost::asio::steady_timer::time_point::max()) {
    if (const auto last = parts_.journal.lastInstant()) lastAt_ = *last;
}

base::Instant CommandPump::now() const {
    const auto now = parts_.clock.now();
    return now < lastAt_ && lastAt_ - now < longestStandstill ? lastAt_ : now;
}

boost::asio::awaitable<Outcome> CommandPump::submit(Submission submission) {
    auto initiate = [this](auto handler, Submission given) {
        if (stopping_ || !writable_ || waiting_.size() >= maxWaiting) {
            Outcome outcome;
            outcome.status = 503;
            outcome.problem =
                parts_.refusals.problem(503, stopping_ ? "shutting_down" : "storage_unavailable");
            boost::asio::post(parts_.executor, boost::asio::append(std::move(handler), std::move(outcome)));
            return;
        }
        waiting_.push_back(Waiting{std::move(given), std::move(handler)});
        wake_.cancel();
    };
    return boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(Outcome)>(
        std::move(initiate), boost::asio::use_awaitable, std::move(submission));
}

boost::asio::awaitable<void> CommandPump::run() {
    while (!stopping_ || !waiting_.empty()) {
        if (waiting_.empty()) {
            wake_.expires_at(boost::asio::steady_timer::time_point::max());
            auto ignoreCancel = boost::asio::as_tuple(boost::asio::use_awaitable);
            co_await wake_.async_wait(ignoreCancel);
            continue;
        }
        auto batch = takeBatch();
        co_await write(std::move(batch));
    }
}

void CommandPump::stop() {
    stopping_ = true;
    wake_.cancel();
}

CommandPump::Batch CommandPump::takeBatch() {
    Batch batch;
    batch.commands.reserve(std::min(waiting_.size(), maxBatch));
    while (!waiting_.empty() && batch.commands.size() < maxBatch) {
        auto& decided = batch.commands.emplace_back(Decided{std::move(waiting_.front()), {}, false});
        waiting_.pop_front();
        decided.outcome = decideOne(decided.waiting.submission, batch, decided.durable);
    }
    return batch;
}

Outcome CommandPump::decideOne(const Submission& submission, Batch& batch, bool& durable) {
    const auto& origin = submission.origin;
    if (!origin.key.empty()) {
        if (const auto* kept = answers_.find(origin.token, origin.key)) {
            if (kept->request != origin.request)
                return {422, nullptr, parts_.refusals.problem(422, "idempotency_mismatch")};
            durable = true;
            return {kept->status, kept->body, std::nullopt};
        }
    }
    if (submission.authorize)
        if (auto problem = submission.authorize(submission.command, working_.hall))
            return {problem->status, nullptr, std::move(problem)};
    const auto at = now();
    const auto resolved = withoutUnanswered(submission, at, batch);
    auto events = queue::decide(working_.hall, resolved ? *resolved : submission.command, at);
    Outcome outcome;
    if (!events && events.error().code != queue::RefusalCode::nobodyWaiting) {
        ++refusals_;
        auto problem = parts_.refusals.refused(events.error());
        return {problem.status, nullptr, std::move(problem)};
    }
    durable = true;
    auto facts = events ? std::move(*events) : std::vector<queue::Event>{};
    carryOut(facts, origin, at, batch);
    if (!events)
        outcome.status = 204;
    else if (submission.describe)
        outcome = submission.describe(submission.command, working_, facts, at);
    std::move(facts.begin(), facts.end(), std::back_inserter(batch.events));
    keepAnswer(origin, outcome, at, batch);
    return outcome;
}

void CommandPump::carryOut(const std::vector<queue::Event>& events, const Origin& origin, base::Instant now,
                           Batch& batch) {
    for (const auto& event : events) {
        auto change = visitChange(event, now);
        const auto* before = change.undone ? working_.hall.ticket(*change.undone) : nullptr;
        const bool hadLeft = before && before->state == queue::TicketState::noShow;
        if (change.visit || hadLeft) batch.rows.change(std::move(change));
        journal::Fact fact{now, origin.actor, origin.device, origin.key, {}, queue::eventName(event), {}};
        if (const auto* ticket = queue::ticketOf(event)) fact.subject = ticket->id;
        fact.data = queue::encodeEvent(event);
        batch.rows.facts.push_back(std::move(fact));
        working_.apply(event, now);
    }
    // Earlier than before only where a clock set back is followed: from then on it counts from there, or time
    // would leap to the old mark when the clock comes near it, and stand there.
    if (!events.empty()) lastAt_ = now;
}

void CommandPump::keepAnswer(const Origin& origin, const Outcome& outcome, base::Instant now, Batch& batch) {
    if (origin.key.empty()) return;
    answers_.keep(origin.token, origin.key, {origin.request, outcome.status, outcome.body});
    batch.rows.answers.push_back({origin.token, origin.key, origin.request, outcome.status,
                                  outcome.body ? *outcome.body : std::string(), now});
}

std::optional<queue::Command> CommandPump::withoutUnanswered(const Submission& submission, base::Instant now,
                                                             Batch& batch) {
    auto found = withdrawal(submission.command, submission.origin.token, answers_);
    if (!found) return std::nullopt;
    for (const auto& key : found->never) {
        auto mark = neverAnswered();
        batch.rows.answers.push_back({submission.origin.token, key, mark.request, mark.status, {}, now});
        answers_.keep(submission.origin.token, key, std::move(mark));
    }
    return std::move(found->command);
}

boost::asio::awaitable<void> CommandPump::write(Batch batch) {
    if (!batch.rows.empty()) {
        auto append = [&journal = parts_.journal, &rows = batch.rows] { return journal.append(rows); };
        auto written = co_await parts_.database.run(std::move(append));
        tellCommitted();
        if (!written) {
            giveUp(batch, written.error());
            answer(batch.commands);
            co_await recover();
            co_return;
        }
        ++commits_;
        LUOT_ASSERT(batch.events.empty() || *written == published_.seq + 1);
    }
    tellCommitted();
    committed_ = std::move(batch);
    if (waiting_.empty())
        tellCommitted();
    else  // Those who wait come first: this batch is told while the disk works on theirs.
        boost::asio::post(parts_.executor, [this] { tellCommitted(); });
}

void CommandPump::tellCommitted() {
    if (!committed_) return;
    auto batch = std::move(*committed_);
    committed_.reset();
    // Who asked waits for it; the feed is next, before anything else is read.
    answer(batch.commands);
    publish(batch);
}

void CommandPump::publish(const Batch& batch) {
    for (std::size_t i = 0; i < batch.events.size(); ++i) {
        const auto& fact = batch.rows.facts[i];
        published_.apply(batch.events[i], fact.at);
        parts_.audience.published({published_.seq, fact.at, batch.events[i], fact.name, fact.data});
    }
    if (!batch.events.empty()) parts_.audience.batchDone();
}

void CommandPump::answer(std::vector<Decided>& commands) {
    for (auto& command : commands) std::move(command.waiting.answer)(std::move(command.outcome));
}

}  // namespace luot::server::hall
