#include "journal/upkeep/Upgrade.hpp"

#include <fmt/format.h>

#include "journal/sqlite/Reader.hpp"
#include "journal/sqlite/Schema.hpp"
#include "journal/upkeep/Copy.hpp"

namespace luot::journal::upkeep {

namespace {

/// Named after what it holds, so that a start that is cut short again and again does not fill the disk with
/// copies of the same rows.
std::string copyName(const sqlite::Folder& folder, SQLite::Database& database) {
    return fmt::format("{}.before-format-{}-row-{}", folder.journal(), sqlite::schemaVersion,
                       sqlite::newestRow(database).end.seq);
}

base::Result<> keepCopy(const sqlite::Folder& folder, const std::string& copy) {
    if (sqlite::fileExists(copy)) return {};
    const std::string draft = folder.journal() + ".keeping";
    if (auto copied = copyJournal(folder.journal(), draft); !copied)
        return base::fail(base::Fault::storage,
                          fmt::format("this journal is of an older format and must be upgraded, but no copy "
                                      "of it could be kept: {}",
                                      copied.error().what));
    auto named = sqlite::nameFile(draft, copy);
    if (!named) return tl::unexpected(named.error());
    return {};
}

}  // namespace

base::Result<bool> bringUpToDate(const sqlite::Folder& folder, SQLite::Database& database) {
    if (sqlite::isUpToDate(database)) return false;
    if (auto kept = keepCopy(folder, copyName(folder, database)); !kept) return tl::unexpected(kept.error());
    return sqlite::upgrade(database);
}

}  // namespace luot::journal::upkeep
