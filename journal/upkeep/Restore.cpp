#include <SQLiteCpp/Statement.h>
#include <fmt/chrono.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <ctime>
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

/// What is done to the copy before it is given its place. Throws SQLite::Exception.
using Work = std::function<Result<>(SQLite::Database&)>;

Result<> finish(const std::string& from, const std::string& draft, const Work& work) {
    SQLite::Database database(draft, SQLite::OPEN_READWRITE);
    upkeep::Findings findings;
    upkeep::checkChain(database, findings);
    if (!findings.empty())
        return base::fail(Fault::storage, fmt::format("{} is no sound backup: {}; take another one", from,
                                                      findings.take().front().what));
    if (auto worked = work(database); !worked) return worked;
    SQLite::Statement renew(database, "UPDATE meta SET value = ? WHERE key = 'feed'");
    renew.bind(1, base::newId());
    renew.exec();
    database.exec("PRAGMA journal_mode=WAL");
    return {};
}

/// The copy with a feed of its own, in the format in which a server opens it.
Result<> makeDraft(const std::string& from, const std::string& draft, const Work& work) {
    if (auto copied = upkeep::copyJournal(from, draft); !copied) return copied;
    auto finished = sqlite::attempt([&] { return finish(from, draft, work); });
    if (finished) finished = sqlite::syncFile(draft);
    if (!finished) ::unlink(draft.c_str());
    return finished;
}

/// Brings what the log still holds into the old file. A damaged one keeps its log beside it.
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
    const std::string draft = place.journal() + ".restoring";
    if (auto made = makeDraft(from, draft, work); !made) return made;
    if (auto kept = keepOld(place); !kept) return kept;
    if (!moveIfThere(draft, place.journal()))
        return tl::unexpected(sqlite::systemFailure("make " + place.journal()));
    return sqlite::syncFolder(folder);
}

}  // namespace

Result<> restore(const std::string& folder, const std::string& from) {
    return putInPlace(folder, from, [](SQLite::Database&) { return Result<>(); });
}

Result<Rescued> rescue(const std::string& folder, const std::string& from, const Projector& projector) {
    Rescued rescued;
    auto put = putInPlace(folder, from, [&](SQLite::Database& copy) {
        rescued = upkeep::salvage(Folder{folder}.journal(), copy);
        return upkeep::replayInto(copy, projector);
    });
    if (!put) return tl::unexpected(put.error());
    return rescued;
}

}  // namespace luot::journal
