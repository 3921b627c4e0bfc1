#include "journal/sqlite/FolderJournal.hpp"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "base/Assert.hpp"
#include "journal/sqlite/Reader.hpp"
#include "journal/sqlite/Schema.hpp"
#include "journal/sqlite/Values.hpp"
#include "journal/upkeep/Upgrade.hpp"

namespace luot::journal::sqlite {

using base::Fault;

Result<std::unique_ptr<FolderJournal>> FolderJournal::open(const std::string& path, Access access) {
    const Folder folder{path};
    if (auto made = makeFolder(folder); !made) return tl::unexpected(made.error());
    std::optional<FolderLock> lock;
    if (access == Access::server) {
        auto taken = FolderLock::take(folder);
        if (!taken) return tl::unexpected(taken.error());
        lock.emplace(std::move(*taken));
    }
    if (auto made = makeJournal(folder); !made) return tl::unexpected(made.error());
    std::unique_ptr<FolderJournal> journal(new FolderJournal(folder, std::move(lock)));
    // A server that ends in order leaves an empty log.
    journal->wasCutOff_ = journal->writes() && !isEmpty(folder.wal());
    if (auto connected = journal->connect(); !connected) return tl::unexpected(connected.error());
    return journal;
}

Result<> FolderJournal::connect() {
    return attempt([&]() -> Result<> {
        auto database = openDatabase(folder_.journal());
        if (!database) return tl::unexpected(database.error());
        auto connection = std::make_unique<Connection>(std::move(*database));
        if (writes()) {
            if (auto ready = startWriting(*connection); !ready) return ready;
            auto upgraded = upkeep::bringUpToDate(folder_, connection->database);
            if (!upgraded) return tl::unexpected(upgraded.error());
            if (*upgraded) connection = std::make_unique<Connection>(std::move(connection->database));
            indexIncidents(connection->database);
        }
        if (auto taken = takeState(*connection); !taken) return taken;
        connection_ = std::move(connection);
        return {};
    });
}

/// After a failed sync the system may show bytes that never reached the disk. All that is in the log is
/// written anew and synced before anything is built on it, and a commit behind it makes an end to what was
/// given up.
Result<> FolderJournal::startWriting(Connection& connection) {
    return connection.appender.settle(folder_.wal());
}

Result<> FolderJournal::takeState(Connection& connection) {
    const SQLite::Transaction oneSnapshot(connection.database);
    const Newest newest = newestRow(connection.database);
    Meta meta = readMeta(connection.database);
    const std::string end = fmt::format("{} {}", newest.end.seq, base::hex(newest.end.hash));
    if (writes() && meta.end != end)
        return base::fail(
            Fault::storage,
            fmt::format("the journal ends with row {} but its last commit says {}; check it with "
                        "'luot-server verify' and restore a backup",
                        newest.end.seq, meta.end.substr(0, meta.end.find(' '))));
    identity_ = std::move(meta.identity);
    end_ = newest.end;
    lastInstant_ = newest.at;
    return {};
}

template <class Body>
std::invoke_result_t<Body, FolderJournal::Connection&> FolderJournal::use(Body body) {
    if (!connection_)
        if (auto again = connect(); !again) return tl::unexpected(again.error());
    try {
        return body(*connection_);
    } catch (const SQLite::Exception& thrown) {
        auto error = failure(thrown);
        if (leavesDoubt(thrown)) connection_.reset();
        return tl::unexpected(std::move(error));
    }
}

Result<std::int64_t> FolderJournal::append(const Batch& batch) {
    LUOT_ASSERT(writes());
    const ChainEnd known = end_;
    return use([&](Connection& connection) -> Result<std::int64_t> {
        if (end_ != known)
            return base::fail(Fault::storage,
                              "rows of a commit that failed are in the journal after all; read them");
        if (batch.empty()) return end_.seq + 1;
        end_ = connection.appender.append(batch, end_);
        if (!batch.facts.empty()) lastInstant_ = batch.facts.back().at;
        return known.seq + 1;
    });
}

Result<> FolderJournal::probe() {
    return use([&](Connection& connection) -> Result<> {
        connection.appender.probe();
        return {};
    });
}

Result<> FolderJournal::markSimulated(bool simulated) {
    return use([&](Connection& connection) -> Result<> {
        if (identity_.simulated == simulated) return {};
        if (end_.seq > 0)
            return base::fail(Fault::invalidInput,
                              identity_.simulated
                                  ? "this folder holds simulated days; name another for real ones"
                                  : "this folder holds real days; name another for simulated ones");
        connection.database.exec(
            fmt::format("UPDATE meta SET value = '{}' WHERE key = 'simulated'", simulated ? 1 : 0));
        identity_.simulated = simulated;
        return {};
    });
}

Result<std::vector<Row>> FolderJournal::read(std::int64_t since, std::size_t limit) {
    return use([&](Connection& c) -> Result<std::vector<Row>> { return readRows(c.database, since, limit); });
}

Result<std::optional<Row>> FolderJournal::lastNamed(std::string_view name, std::int64_t upTo) {
    return use(
        [&](Connection& c) -> Result<std::optional<Row>> { return lastRowNamed(c.database, name, upTo); });
}

Result<std::vector<Row>> FolderJournal::history(std::string_view subject) {
    return use([&](Connection& c) -> Result<std::vector<Row>> { return rowsOf(c.database, subject); });
}

Result<std::vector<Row>> FolderJournal::incidents(Instant from, Instant to) {
    return use(
        [&](Connection& c) -> Result<std::vector<Row>> { return readIncidents(c.database, from, to); });
}

Result<std::vector<Answer>> FolderJournal::answersSince(Instant from) {
    return use([&](Connection& connection) -> Result<std::vector<Answer>> {
        SQLite::Statement forget(connection.database, "DELETE FROM answers WHERE at < ?");
        bindInstant(forget, 1, from);
        forget.exec();
        return readAnswers(connection.database);
    });
}

Result<std::vector<Visit>> FolderJournal::visits(base::Date from, base::Date to) {
    return use([&](Connection& c) -> Result<std::vector<Visit>> { return readVisits(c.database, from, to); });
}

Result<> FolderJournal::addToken(const Token& token) {
    return use([&](Connection& connection) -> Result<> {
        if (insertToken(connection.database, token)) return {};
        return base::fail(Fault::invalidInput,
                          "there is a token with this id or this secret already; make a new one");
    });
}

Result<std::vector<Token>> FolderJournal::tokens() {
    return use([&](Connection& c) -> Result<std::vector<Token>> { return readTokens(c.database, false); });
}

Result<std::vector<Token>> FolderJournal::takeUnannouncedTokens() {
    return use([&](Connection& connection) -> Result<std::vector<Token>> {
        // Asked often and answered by none nearly always: writes nothing then.
        if (readTokens(connection.database, true).empty()) return std::vector<Token>{};
        SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
        auto taken = readTokens(connection.database, true);
        connection.database.exec("UPDATE tokens SET announced = 1 WHERE announced = 0");
        transaction.commit();
        return taken;
    });
}

}  // namespace luot::journal::sqlite
