#include "journal/upkeep/Salvage.hpp"

#include <set>

#include "journal/Chain.hpp"
#include "journal/sqlite/Appender.hpp"
#include "journal/sqlite/Failure.hpp"
#include "journal/sqlite/Folder.hpp"
#include "journal/sqlite/Reader.hpp"
#include "journal/sqlite/Schema.hpp"

namespace luot::journal::upkeep {

namespace {

/// So many rows are held in memory and written at once.
constexpr std::size_t rowsAtOnce = 1000;

/// Runs a body that reads the damaged file; what is thrown in it means that no more can be read.
template <class Body>
void asFarAsItGoes(Body body) {
    try {
        body();
    } catch (const SQLite::Exception&) {
    }
}

/// The next rows of the damaged file that belong behind `end`, which moves on with them.
std::vector<Fact> fittingRows(SQLite::Database& damaged, ChainEnd& end) {
    std::vector<Fact> facts;
    asFarAsItGoes([&] {
        SQLite::Statement query(damaged, std::string("SELECT ") + sqlite::rowColumns +
                                             " FROM events WHERE seq > ? ORDER BY seq LIMIT ?");
        query.bind(1, end.seq);
        query.bind(2, static_cast<std::int64_t>(rowsAtOnce));
        while (query.executeStep()) {
            auto row = sqlite::rowIn(query);
            const auto next = chained(end, row.fact);
            if (row.seq != next.seq || sqlite::hashIn(query) != next.hash) return;
            facts.push_back(std::move(row.fact));
            end = next;
        }
    });
    return facts;
}

void saveRows(SQLite::Database& damaged, SQLite::Database& copy, Rescued& rescued) {
    sqlite::Appender appender(copy);
    auto written = sqlite::newestRow(copy).end;
    for (auto end = written;;) {
        Batch batch;
        batch.facts = fittingRows(damaged, end);
        if (batch.facts.empty()) break;
        written = appender.append(batch, written);
        rescued.rows += static_cast<std::int64_t>(batch.facts.size());
    }
    asFarAsItGoes(
        [&] { rescued.lost = std::max<std::int64_t>(0, sqlite::newestRow(damaged).end.seq - written.seq); });
}

/// An answer that is younger than the last row which was saved belongs to a ticket that is gone.
void saveAnswers(SQLite::Database& damaged, SQLite::Database& copy, bool all) {
    std::vector<Answer> answers;
    asFarAsItGoes([&] { answers = sqlite::readAnswers(damaged); });
    const auto newest = sqlite::newestRow(copy);
    std::set<std::pair<std::string, std::string>> known;
    for (const auto& answer : sqlite::readAnswers(copy)) known.emplace(answer.token, answer.key);
    Batch batch;
    for (auto& answer : answers) {
        const bool itsRowsAreHere = all || (newest.at && answer.at < *newest.at);
        if (itsRowsAreHere && !known.contains({answer.token, answer.key}))
            batch.answers.push_back(std::move(answer));
    }
    sqlite::Appender(copy).append(batch, newest.end);
}

void saveTokens(SQLite::Database& damaged, SQLite::Database& copy) {
    std::vector<Token> tokens;
    asFarAsItGoes([&] { tokens = sqlite::readTokens(damaged, false); });
    for (const auto& token : tokens) sqlite::insertToken(copy, token);
}

std::optional<SQLite::Database> opened(const std::string& damaged) {
    try {
        auto source = sqlite::openForReading(damaged);
        if (sqlite::checkSchema(source)) return source;
    } catch (const SQLite::Exception&) {
    }
    return std::nullopt;
}

}  // namespace

Rescued salvage(const std::string& damaged, SQLite::Database& copy) {
    Rescued rescued;
    auto source = opened(damaged);
    if (!source) return rescued;
    saveRows(*source, copy, rescued);
    saveAnswers(*source, copy, rescued.lost == 0);
    saveTokens(*source, copy);
    return rescued;
}

}  // namespace luot::journal::upkeep

namespace luot::journal {

bool readOldRows(const std::string& folder, RowOrder order, const std::function<bool(const Row&)>& look) {
    const sqlite::Folder place{folder};
    if (sqlite::isEmpty(place.journal())) return false;
    try {
        auto database = sqlite::openForReading(place.journal());
        if (!sqlite::checkSchema(database)) return false;
        SQLite::Statement query(database, std::string("SELECT ") + sqlite::rowColumns +
                                              " FROM events ORDER BY seq" +
                                              (order == RowOrder::newestFirst ? " DESC" : ""));
        while (query.executeStep())
            if (!look(sqlite::rowIn(query))) break;
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

}  // namespace luot::journal
