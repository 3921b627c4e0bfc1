#pragma once

#include <functional>
#include <map>
#include <memory>

#include "journal/Chain.hpp"
#include "journal/Journal.hpp"

namespace luot::simulation {

/// What the medium has: it outlives every server.
struct Medium {
    journal::Identity identity;
    std::vector<journal::Row> rows;
    journal::ChainEnd end;
    std::vector<journal::Answer> answers;
    std::map<std::string, journal::Visit> visits;  ///< by ticket
    std::vector<journal::Token> tokens;
    std::size_t announcedTokens = 0;
};

/// What is wrong with the medium.
struct DiskFaults {
    bool full = false;         ///< nothing can be written
    bool landsAnyway = false;  ///< the next commit is reported as failed, and its rows are there after all
};

/// The journal's port on a Medium: as durable as that lives. One is opened for each life of the server.
class MemoryJournal : public journal::Journal {
public:
    using Written = std::function<void(const std::vector<journal::Row>&)>;
    /// `written` hears of each commit, when all of it is on the medium.
    MemoryJournal(Medium& medium, DiskFaults& faults, Written written);

    const journal::Identity& identity() const override { return medium_.identity; }
    std::int64_t lastSeq() const override { return seen_; }
    std::optional<base::Instant> lastInstant() const override;
    bool wasCutOff() const override { return seen_ > 0; }
    base::Result<> markSimulated(bool simulated) override;
    base::Result<std::int64_t> append(const journal::Batch& batch) override;
    base::Result<std::vector<journal::Row>> read(std::int64_t since, std::size_t limit) override;
    base::Result<std::optional<journal::Row>> lastNamed(std::string_view name, std::int64_t upTo) override;
    base::Result<std::vector<journal::Row>> history(std::string_view subject) override;
    base::Result<std::vector<journal::Row>> incidents(base::Instant, base::Instant) override { return {}; }
    base::Result<std::vector<journal::Answer>> answersSince(base::Instant from) override;
    base::Result<std::vector<journal::Visit>> visits(base::Date from, base::Date to) override;
    base::Result<> addToken(const journal::Token& token) override;
    base::Result<std::vector<journal::Token>> tokens() override { return medium_.tokens; }
    base::Result<std::vector<journal::Token>> takeUnannouncedTokens() override;
    base::Result<> probe() override;

protected:
    /// Puts the batch on the medium; a faulty medium of a test does something else.
    virtual void commit(const journal::Batch& batch);
    Medium& medium() { return medium_; }
    void tellWritten(const std::vector<journal::Row>& rows) { written_(rows); }

private:
    Medium& medium_;
    DiskFaults& faults_;
    Written written_;
    std::int64_t seen_ = 0;  ///< what the server knows to be there
};

}  // namespace luot::simulation
