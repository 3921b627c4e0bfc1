#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <string>

#include "journal/Chain.hpp"

namespace luot::journal::sqlite {

/// Writes batches through statements that are compiled once. Every function throws SQLite::Exception, and
/// then nothing of it is in the file, unless leavesDoubt() says so of the exception.
class Appender {
public:
    explicit Appender(SQLite::Database& database);

    /// One durable commit of the batch behind `end`; gives the new end.
    ChainEnd append(const Batch& batch, const ChainEnd& end);
    /// A commit of 64 KiB, several times what a ticket needs: after a full disk it must not be the last that
    /// fits.
    void probe();
    /// Writes the whole log anew, for the disk may have lost of it what memory still shows.
    base::Result<> settle(const std::string& walPath);

private:
    template <class Body>
    auto inTransaction(Body body);
    void rollBack() noexcept;
    ChainEnd writeFacts(const std::vector<Fact>& facts, ChainEnd end);
    void writeAnswer(const Answer& answer);
    void writeEnd(const ChainEnd& end);

    SQLite::Database& database_;
    SQLite::Statement begin_;
    SQLite::Statement commit_;
    SQLite::Statement fact_;
    SQLite::Statement answer_;
    SQLite::Statement visit_;
    SQLite::Statement visitUndone_;
    SQLite::Statement end_;
    SQLite::Statement probe_;
};

/// The statement that puts those columns into a table, and what binds the first of them, which are a visit's.
std::string insertInto(const std::string& table, const std::string& columns);
void bindVisit(SQLite::Statement& statement, const Visit& visit);
/// False: a token with this id or secret is there already.
bool insertToken(SQLite::Database& database, const Token& token);
constexpr int visitColumnCount = 14;

}  // namespace luot::journal::sqlite
