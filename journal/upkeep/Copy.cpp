#include "journal/upkeep/Copy.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>
#include <unistd.h>

#include "journal/sqlite/Failure.hpp"
#include "journal/sqlite/Folder.hpp"
#include "journal/sqlite/Schema.hpp"
#include "journal/upkeep/ChainCheck.hpp"

namespace luot::journal::upkeep {

namespace {

/// So many pages of 4 KiB a step: a step is over in a few milliseconds.
constexpr int pagesAStep = 256;

/// Throws SQLite::Exception.
void copyPages(SQLite::Database& source, SQLite::Database& target) {
    // The open transaction holds one moment of the source, so that commits meanwhile do not begin the copy
    // again.
    const SQLite::Transaction oneSnapshot(source);
    source.execAndGet("SELECT count(*) FROM meta");
    SQLite::Backup backup(target, source);
    while (backup.executeStep(pagesAStep) != SQLITE_DONE) {
    }
}

base::Result<> fill(const std::string& from, const std::string& to) {
    auto source = sqlite::openForReading(from);
    if (auto known = sqlite::checkSchema(source); !known) return known;
    SQLite::Database target(to, SQLite::OPEN_READWRITE);
    target.exec("PRAGMA synchronous=OFF");  // the whole file is synced in the end
    copyPages(source, target);
    target.exec("PRAGMA journal_mode=DELETE");
    Findings findings;
    checkFile(target, findings);
    if (findings.empty()) return {};
    return base::fail(base::Fault::storage, findings.take().front().what);
}

}  // namespace

base::Result<> copyJournal(const std::string& from, const std::string& to) {
    if (auto made = sqlite::makeEmptyFile(to); !made) return made;
    auto copied = sqlite::attempt([&] { return fill(from, to); });
    if (copied) copied = sqlite::syncFile(to);
    if (!copied) ::unlink(to.c_str());
    return copied;
}

}  // namespace luot::journal::upkeep
