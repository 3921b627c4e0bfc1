#include <SQLiteCpp/Statement.h>
#include <fmt/chrono.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>

#include "base/Ids.hpp"
#include "journal/sqlite/Failure.hpp"
#include "journal/sqlite/FolderLock.hpp"
#include "journal/sqlite/Schema.hpp"
#include "journal/upkeep/ChainCheck.hpp"
#include "journal/upkeep/Copy.hpp"
#include "journal/upkeep/Replay.hpp"
#include "journal/upkeep/Salvage.hpp"

namespace luot::journal {

namespace {

using base::Fault;
using sqlite::Folder;

/// What is done to the copy before it is given its place.
struct Work {
    std::function<Result<>(SQLite::Database&)> rows;  ///< throws SQLite::Exception
    Sequel sequel;
};

Result<> finish(const std::string& from, const std::string& draft, const Work& work) {
    SQLite::Database database(draft, SQLite::OPEN_READWRITE);
    upkeep::Findings findings;
    upkeep::checkChain(database, findings);
    if (!findings.empty())
        return base::fail(Fault::storage, fmt::format("{} is no sound backup: {}; take another one", from,
                                                      findings.take().front().what));
    if (work.rows)
        if (auto worked = work.rows(database); !worked) return worked;
    SQLite::Statement renew(database, "UPDATE meta SET value = ? WHERE key = 'feed'");
    renew.bind(1, base::newId());
    renew.exec();
    database.exec("PRAGMA journal_mode=WAL");
    return {};
}

/// Brings what the log still holds into the file. A damaged one keeps its log beside it.
Result<> foldLog(const Folder& folder) {
    try {
        SQLite::Database database(folder.journal(), SQLite::OPEN_READWRITE, sqlite::busyTimeoutMs);
        SQLite::Statement fold(database, "PRAGMA wal_checkpoint(TRUNCATE)");
        if (fold.executeStep() && fold.getColumn(0).getInt() != 0)
            return base::fail(Fault::storage,
                              "another program reads this journal; wait for it to end and try again");
    } catch (const SQLite::Exception& thrown) {
        if (!sqlite::saysDamaged(thrown)) return tl::unexpected(sqlite::failure(thrown));
    }
    return {};
}

/// A folder of its own for the copy, as long as it has no place yet; what a power cut left of an earlier one
/// goes.
class DraftFolder {
public:
    explicit DraftFolder(const Folder& place) : folder_{place.path + "/restoring"} { remove(); }
    DraftFolder(const DraftFolder&) = delete;
    DraftFolder& operator=(const DraftFolder&) = delete;
    ~DraftFolder() { remove(); }
    const Folder& folder() const { return folder_; }

private:
    void remove() const {
        std::error_code ignored;
        std::filesystem::remove_all(folder_.path, ignored);
    }
    Folder folder_;
};

/// The copy with a feed of its own, in the format in which a server opens it.
Result<> makeDraft(const std::string& from, const Folder& draft, const Work& work) {
    if (auto made = sqlite::makeFolder(draft); !made) return made;
    if (auto copied = upkeep::copyJournal(from, draft.journal()); !copied) return copied;
    auto finished = sqlite::attempt([&] { return finish(from, draft.journal(), work); });
    if (finished && work.sequel) finished = work.sequel(draft.path);
    if (finished) finished = foldLog(draft);
    return finished ? sqlite::syncFile(draft.journal()) : finished;
}

bool moveIfThere(const std::string& from, const std::string& to) {
    return ::rename(from.c_str(), to.c_str()) == 0 || errno == ENOENT;
}

/// The old record gets a second name first, so that the folder is never without a journal: an empty one would
/// be made. Its log goes before the new file comes: a log must never meet a file that it does not belong to.
Result<> keepOld(const Folder& folder) {
    if (!sqlite::fileExists(folder.journal())) return {};
    if (auto folded = foldLog(folder); !folded) return folded;
    const auto name =
        fmt::format("{}.before-restore-{:%Y%m%dT%H%M%SZ}", folder.journal(), fmt::gmtime(std::time(nullptr)));
    auto kept = name;
    // There may have been another restore in the same second.
    for (int n = 2; ::link(folder.journal().c_str(), kept.c_str()) != 0; ++n) {
        if (errno != EEXIST) return tl::unexpected(sqlite::systemFailure("make " + kept));
        kept = fmt::format("{}-{}", name, n);
    }
    if (!moveIfThere(folder.wal(), kept + "-wal"))
        return tl::unexpected(sqlite::systemFailure("move " + folder.wal()));
    ::unlink(folder.shm().c_str());
    return sqlite::syncFolder(folder.path);
}

Result<> putInPlace(const std::string& folder, const std::string& from, const Work& work) {
    const Folder place{folder};
    if (!sqlite::fileExists(from))
        return base::fail(Fault::invalidInput, from + " is missing; name a backup");
    if (auto made = sqlite::makeFolder(place); !made) return made;
    const auto lock = sqlite::FolderLock::take(place);
    if (!lock) return tl::unexpected(lock.error());
    const DraftFolder draft(place);
    if (auto made = makeDraft(from, draft.folder(), work); !made) return made;
    if (auto kept = keepOld(place); !kept) return kept;
    if (!moveIfThere(draft.folder().journal(), place.journal()))
        return tl::unexpected(sqlite::systemFailure("make " + place.journal()));
    return sqlite::syncFolder(folder);
}

}  // namespace

Result<> restore(const std::string& folder, const std::string& from, const Sequel& sequel) {
    return putInPlace(folder, from, {{}, sequel});
}

Result<Rescued> rescue(const std::string& folder, const std::string& from, const Projector& projector,
                       const Sequel& sequel) {
    Rescued rescued;
    const auto add = [&](SQLite::Database& copy) {
        rescued = upkeep::salvage(Folder{folder}.journal(), copy);
        return upkeep::replayInto(copy, projector);
    };
    auto put = putInPlace(folder, from, {add, sequel});
    if (!put) return tl::unexpected(put.error());
    return rescued;
}

}  // namespace luot::journal
