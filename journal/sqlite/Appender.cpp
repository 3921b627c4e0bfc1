#include "journal/sqlite/Appender.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include "journal/sqlite/Folder.hpp"
#include "journal/sqlite/Reader.hpp"
#include "journal/sqlite/Schema.hpp"
#include "journal/sqlite/Values.hpp"

namespace luot::journal::sqlite {

namespace {

void run(SQLite::Statement& statement) {
    statement.exec();
    statement.reset();
}

}  // namespace

Appender::Appender(SQLite::Database& database)
    : database_(database),
      begin_(database, "BEGIN IMMEDIATE"),
      commit_(database, "COMMIT"),
      fact_(database,
            "INSERT INTO events(seq, at, actor, device, command_id, subject, name, data, hash) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      answer_(database,
              "INSERT INTO answers(token, key, request, status, body, at) VALUES (?, ?, ?, ?, ?, ?)"),
      visit_(database, insertInto("visits", visitColumns(database))),
      visitUndone_(database, "DELETE FROM visits WHERE ticket = ?"),
      end_(database, "UPDATE meta SET value = ? WHERE key = 'head'"),
      probe_(database, "UPDATE meta SET value = hex(randomblob(32768)) WHERE key = 'probe'") {}

template <class Body>
auto Appender::inTransaction(Body body) {
    begin_.tryReset();
    commit_.tryReset();
    try {
        run(begin_);
        auto result = body();
        run(commit_);
        return result;
    } catch (const SQLite::Exception&) {
        rollBack();
        throw;
    }
}

void Appender::rollBack() noexcept {
    for (auto* statement : {&begin_, &commit_, &fact_, &answer_, &visit_, &visitUndone_, &end_, &probe_})
        statement->tryReset();
    if (sqlite3_get_autocommit(database_.getHandle()) == 0) database_.tryExec("ROLLBACK");
}

ChainEnd Appender::append(const Batch& batch, const ChainEnd& end) {
    return inTransaction([&] {
        const ChainEnd written = writeFacts(batch.facts, end);
        for (const auto& answer : batch.answers) writeAnswer(answer);
        for (const auto& ticket : batch.visitsUndone) {
            visitUndone_.bindNoCopy(1, ticket);
            run(visitUndone_);
        }
        for (const auto& visit : batch.visits) {
            bindVisit(visit_, visit);
            run(visit_);
        }
        if (written != end) writeEnd(written);
        return written;
    });
}

ChainEnd Appender::writeFacts(const std::vector<Fact>& facts, ChainEnd end) {
    for (const auto& fact : facts) {
        end = chained(end, fact);
        fact_.bind(1, end.seq);
        bindInstant(fact_, 2, fact.at);
        int column = 3;
        for (const auto* text :
             {&fact.actor, &fact.device, &fact.commandId, &fact.subject, &fact.name, &fact.data})
            fact_.bindNoCopy(column++, *text);
        fact_.bindNoCopy(column, end.hash.data(), static_cast<int>(end.hash.size()));
        run(fact_);
    }
    return end;
}

void Appender::writeAnswer(const Answer& answer) {
    answer_.bindNoCopy(1, answer.token);
    answer_.bindNoCopy(2, answer.key);
    answer_.bindNoCopy(3, answer.request);
    answer_.bind(4, answer.status);
    answer_.bindNoCopy(5, answer.body);
    bindInstant(answer_, 6, answer.at);
    run(answer_);
}

void Appender::writeEnd(const ChainEnd& end) {
    end_.bind(1, fmt::format("{} {}", end.seq, base::hex(end.hash)));
    run(end_);
}

void Appender::probe() {
    inTransaction([&] {
        run(probe_);
        return true;
    });
}

base::Result<> Appender::settle(const std::string& walPath) {
    return inTransaction([&]() -> base::Result<> {
        auto rewritten = rewriteWal(walPath);
        if (rewritten) run(probe_);
        return rewritten;
    });
}

std::string insertInto(const std::string& table, const std::string& columns) {
    std::string places = "?";
    for (const char c : columns)
        if (c == ',') places += ", ?";
    return fmt::format("INSERT OR REPLACE INTO {}({}) VALUES ({})", table, columns, places);
}

void bindVisit(SQLite::Statement& statement, const Visit& visit) {
    statement.bindNoCopy(1, visit.ticket);
    statement.bind(2, base::formatDate(visit.day));
    statement.bindNoCopy(3, visit.number);
    statement.bindNoCopy(4, visit.service);
    statement.bindNoCopy(5, visit.state);
    statement.bind(6, visit.priority ? 1 : 0);
    bindNumber(statement, 7, visit.counter);
    statement.bindNoCopy(8, visit.clerk);
    statement.bindNoCopy(9, visit.outcome);
    bindInstant(statement, 10, visit.issuedAt);
    bindInstant(statement, 11, visit.calledAt);
    bindInstant(statement, 12, visit.startedAt);
    bindInstant(statement, 13, visit.endedAt);
    bindNumber(statement, 14, visit.waitedS);
}

bool insertToken(SQLite::Database& database, const Token& token) {
    SQLite::Statement insert(database,
                             "INSERT OR IGNORE INTO tokens(id, secret_hash, role, name, counter, made_at) "
                             "VALUES (?, ?, ?, ?, ?, ?)");
    int column = 1;
    for (const auto* text : {&token.id, &token.secretHash, &token.role, &token.name})
        insert.bindNoCopy(column++, *text);
    bindNumber(insert, column++, token.counter);
    bindInstant(insert, column, token.madeAt);
    return insert.exec() == 1;
}

}  // namespace luot::journal::sqlite
