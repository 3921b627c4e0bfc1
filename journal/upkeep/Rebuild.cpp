#include <SQLiteCpp/Transaction.h>

#include "journal/sqlite/Failure.hpp"
#include "journal/sqlite/FolderLock.hpp"
#include "journal/sqlite/Reader.hpp"
#include "journal/sqlite/Schema.hpp"
#include "journal/upkeep/Replay.hpp"

namespace luot::journal {

namespace {

Result<> replayInto(SQLite::Database& database, const Projector& projector) {
    upkeep::Replay replay(database, projector);
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    auto walked =
        sqlite::forEachRow(database, [&](const Row& row, const base::Sha256&) { return replay.see(row); });
    if (!walked) return walked;
    replay.replaceStored();
    transaction.commit();
    return {};
}

}  // namespace

Result<> rebuild(const std::string& folder, const Projector& projector) {
    const sqlite::Folder place{folder};
    if (!sqlite::fileExists(place.journal()))
        return base::fail(base::Fault::storage, folder + " holds no journal; name the folder of a server");
    const auto lock = sqlite::FolderLock::take(place);
    if (!lock) return tl::unexpected(lock.error());
    auto database = sqlite::openDatabase(place.journal());
    if (!database) return tl::unexpected(database.error());
    return sqlite::attempt([&] {
        sqlite::upgrade(*database);
        return replayInto(*database, projector);
    });
}

}  // namespace luot::journal
