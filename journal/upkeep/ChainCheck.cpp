#include "journal/upkeep/ChainCheck.hpp"

#include <SQLiteCpp/Statement.h>

#include "journal/sqlite/Reader.hpp"
#include "journal/sqlite/Values.hpp"

namespace luot::journal::upkeep {

void ChainCheck::see(const Row& row, const base::Sha256& stored) {
    const std::int64_t expected = end_.seq + 1;
    if (row.seq == expected) {
        checkHash(row, stored);
    } else {
        // What the row should be linked to is gone, so its own hash proves nothing.
        findings_.add(expected, row.seq == expected + 1
                                    ? fmt::format("row {} is missing", expected)
                                    : fmt::format("rows {} to {} are missing", expected, row.seq - 1));
        recomputed_ = stored;
    }
    end_ = {row.seq, stored};
}

/// A row whose own hash was changed must not make the next one look changed: that is linked to the old hash,
/// which the content still gives.
void ChainCheck::checkHash(const Row& row, const base::Sha256& stored) {
    const auto linked = chained(end_, row.fact).hash;
    const auto linkedToContent =
        recomputed_ == end_.hash ? linked : chained({end_.seq, recomputed_}, row.fact).hash;
    if (stored != linked && stored != linkedToContent)
        findings_.add(
            row.seq,
            fmt::format(
                "row {} is not what was written: its hash does not fit its content and the row before",
                row.seq));
    recomputed_ = stored == linkedToContent ? stored : linkedToContent;
}

void ChainCheck::finish(const std::string& storedEnd) {
    if (storedEnd == fmt::format("{} {}", end_.seq, base::hex(end_.hash))) return;
    const std::int64_t written = std::atoll(storedEnd.c_str());
    if (written > end_.seq)
        findings_.add(end_.seq + 1,
                      fmt::format("rows {} to {} are missing at the end", end_.seq + 1, written));
    else if (written < end_.seq)
        findings_.add(written + 1,
                      fmt::format("rows {} to {} were added behind the last commit", written + 1, end_.seq));
    else
        findings_.add(end_.seq, fmt::format("row {} is not the one that the last commit wrote", end_.seq));
}

void checkFile(SQLite::Database& database, Findings& findings) {
    SQLite::Statement check(database, "PRAGMA integrity_check(20)");
    while (check.executeStep()) {
        const std::string said = sqlite::textIn(check, 0);
        if (said != "ok") findings.add(0, "the file is damaged: " + said);
    }
}

void checkChain(SQLite::Database& database, Findings& findings) {
    ChainCheck chain(findings);
    auto walked = sqlite::forEachRow(database, [&](const Row& row, const base::Sha256& stored) -> Result<> {
        chain.see(row, stored);
        return {};
    });
    if (!walked) findings.add(0, walked.error().what);
    chain.finish(sqlite::readMeta(database).end);
}

}  // namespace luot::journal::upkeep
