#include "journal/sqlite/Failure.hpp"
#include "journal/sqlite/FolderLock.hpp"
#include "journal/sqlite/Schema.hpp"
#include "journal/upkeep/Replay.hpp"
#include "journal/upkeep/Upgrade.hpp"

namespace luot::journal {

Result<> rebuild(const std::string& folder, const Projector& projector) {
    const sqlite::Folder place{folder};
    if (!sqlite::fileExists(place.journal()))
        return base::fail(base::Fault::storage, folder + " holds no journal; name the folder of a server");
    const auto lock = sqlite::FolderLock::take(place);
    if (!lock) return tl::unexpected(lock.error());
    auto database = sqlite::openDatabase(place.journal());
    if (!database) return tl::unexpected(database.error());
    return sqlite::attempt([&] {
        auto upgraded = upkeep::bringUpToDate(place, *database);
        if (!upgraded) return Result<>(tl::unexpected(upgraded.error()));
        return upkeep::replayInto(*database, projector);
    });
}

}  // namespace luot::journal
