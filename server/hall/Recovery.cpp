#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>

#include "base/Log.hpp"
#include "server/hall/CommandPump.hpp"

/// What the pump does when the journal could not be written: nothing is acknowledged, nothing guessed.
namespace luot::server::hall {

namespace {

constexpr std::chrono::seconds retryEvery{1};
constexpr std::size_t rowsAtOnce = 1000;

struct OnDisk {
    std::vector<journal::Row> rows;
    std::vector<journal::Answer> answers;
};

base::Result<OnDisk> readBack(journal::Journal& journal, std::int64_t since, base::Instant today) {
    if (auto done = journal.probe(); !done) return tl::unexpected(done.error());
    OnDisk found;
    for (;;) {
        auto rows = journal.read(since, rowsAtOnce);
        if (!rows) return tl::unexpected(rows.error());
        if (rows->empty()) break;
        since = rows->back().seq;
        std::move(rows->begin(), rows->end(), std::back_inserter(found.rows));
    }
    auto answers = journal.answersSince(today);
    if (!answers) return tl::unexpected(answers.error());
    found.answers = std::move(*answers);
    return found;
}

}  // namespace

void CommandPump::giveUp(Batch& batch, const base::Error& error) {
    ++failures_;
    if (writable_) lastFailure_ = StorageFailure{now(), error.what};
    base::logError("the journal cannot be written: {}", error.what);
    for (const auto& kept : batch.rows.answers) answers_.forget(kept.token, kept.key);
    for (auto& command : batch.commands)
        if (command.durable)
            command.outcome = {503, nullptr, parts_.refusals.problem(503, "storage_unavailable")};
    setWritable(false);
}

void CommandPump::setWritable(bool writable) {
    if (writable_ == writable) return;
    writable_ = writable;
    parts_.audience.writableChanged(writable);
}

/// Tries until a write succeeds, then reads what is really on disk: a commit that failed half-way may have
/// left its rows after all, and then they happened.
boost::asio::awaitable<void> CommandPump::recover() {
    boost::asio::steady_timer pause(parts_.executor);
    // Whoever came while the batch was being written hears it now; nobody new is taken until it is over.
    for (; !waiting_.empty(); waiting_.pop_front()) {
        Outcome refused{503, nullptr, parts_.refusals.problem(503, "storage_unavailable")};
        std::move(waiting_.front().answer)(std::move(refused));
    }
    while (!stopping_) {
        pause.expires_after(parts_.clock.realTime(retryEvery));
        auto ignoreCancel = boost::asio::as_tuple(boost::asio::use_awaitable);
        co_await pause.async_wait(ignoreCancel);
        auto look = [&journal = parts_.journal, seq = published_.seq, today = base::dateOf(now())] {
            return readBack(journal, seq, base::instantAt(today, {}));
        };
        auto found = co_await parts_.database.run(std::move(look));
        if (!found) continue;
        for (const auto& row : found->rows) publishRow(row);
        answers_.load(std::move(found->answers));
        working_ = published_;
        base::logInfo("the journal can be written again");
        setWritable(true);
        break;
    }
}

void CommandPump::publishRow(const journal::Row& row) {
    auto event = eventOf(row);
    if (!event) {
        base::logError("{}", event.error().what);
        return;
    }
    published_.apply(*event, row.fact.at);
    parts_.audience.published({row.seq, row.fact.at, *event, row.fact.name, row.fact.data});
}

}  // namespace luot::server::hall
