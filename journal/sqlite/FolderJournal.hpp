#pragma once

#include <SQLiteCpp/Database.h>

#include <memory>
#include <optional>
#include <string>

#include "journal/Chain.hpp"
#include "journal/SqliteJournal.hpp"
#include "journal/sqlite/Appender.hpp"
#include "journal/sqlite/Failure.hpp"
#include "journal/sqlite/FolderLock.hpp"

namespace luot::journal::sqlite {

/// The journal in one folder. After a failure that leaves doubt about the file (a failed sync above all) it
/// lets go of its connection; the next call opens the file anew and goes on from what is really there.
class FolderJournal final : public Journal {
public:
    static Result<std::unique_ptr<FolderJournal>> open(const std::string& folder, Access access);

    const Identity& identity() const override { return identity_; }
    std::int64_t lastSeq() const override { return end_.seq; }
    std::optional<Instant> lastInstant() const override { return lastInstant_; }
    bool wasCutOff() const override { return wasCutOff_; }
    Result<> markSimulated(bool simulated) override;
    Result<std::int64_t> append(const Batch& batch) override;
    Result<std::vector<Row>> read(std::int64_t since, std::size_t limit) override;
    Result<std::optional<Row>> lastNamed(std::string_view name, std::int64_t upTo) override;
    Result<std::vector<Row>> history(std::string_view subject) override;
    Result<std::vector<Row>> incidents(Instant from, Instant to) override;
    Result<std::vector<Answer>> answersSince(Instant from) override;
    Result<std::vector<Visit>> visits(base::Date from, base::Date to) override;
    Result<> addToken(const Token& token) override;
    Result<std::vector<Token>> tokens() override;
    Result<std::vector<Token>> takeUnannouncedTokens() override;
    Result<> probe() override;

private:
    /// An open file with the statements that writing needs.
    struct Connection {
        explicit Connection(SQLite::Database opened) : database(std::move(opened)), appender(database) {}
        SQLite::Database database;
        Appender appender;
    };

    FolderJournal(Folder folder, std::optional<FolderLock> lock)
        : folder_(std::move(folder)), lock_(std::move(lock)) {}
    bool writes() const { return lock_.has_value(); }
    Result<> connect();
    Result<> startWriting(Connection& connection);
    Result<> takeState(Connection& connection);
    template <class Body>
    std::invoke_result_t<Body, Connection&> use(Body body);

    Folder folder_;
    std::optional<FolderLock> lock_;
    std::unique_ptr<Connection> connection_;  ///< null: to be opened anew
    Identity identity_;
    ChainEnd end_;
    std::optional<Instant> lastInstant_;
    bool wasCutOff_ = false;
};

}  // namespace luot::journal::sqlite
