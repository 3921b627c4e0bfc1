#include "server/backup/Copying.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "base/Log.hpp"
#include "journal/SqliteJournal.hpp"
#include "server/hall/Visits.hpp"

namespace luot::server::backup {

namespace {

namespace fs = std::filesystem;
using base::Fault;
using base::Result;

/// A copy needs as much as the journal and what its log may still hold.
constexpr std::uintmax_t spare = 8UL * 1024 * 1024;

/// Exists while it is in use, and goes with all that is in it.
class TrialFolder {
public:
    explicit TrialFolder(const std::string& data) : path_(data + "/backup-trial") { remove(); }
    TrialFolder(const TrialFolder&) = delete;
    TrialFolder& operator=(const TrialFolder&) = delete;
    ~TrialFolder() { remove(); }
    const std::string& path() const { return path_; }

private:
    void remove() const {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    std::string path_;
};

/// The newest fact of the copy, if a server could go on from it.
Result<std::int64_t> tryOut(const std::string& copy, const std::string& data) {
    const TrialFolder trial(data);
    if (auto restored = journal::restore(trial.path(), copy); !restored)
        return tl::unexpected(restored.error());
    auto findings = journal::verify(trial.path(), hall::visitProjector());
    if (!findings) return tl::unexpected(findings.error());
    if (!findings->empty())
        return base::fail(Fault::storage, fmt::format("the copy is not sound: {}; check the journal with "
                                                      "'luot-server verify'",
                                                      findings->front().what));
    const auto journal = journal::openSqliteJournal(trial.path(), journal::Access::beside);
    if (!journal) return tl::unexpected(journal.error());
    return (*journal)->lastSeq();
}

/// "luot-20261122T143000.db.tmp-4711": a copy that a power cut ended.
bool isHalfCopy(const std::string& name) {
    const auto draft = name.find(".tmp-");
    return draft != std::string::npos && copyTime(name.substr(0, draft));
}

void removeOld(const std::string& folder, base::Instant now, const BackupRules& rules) {
    std::error_code ignored;
    for (const auto& name : filesIn(folder))
        if (isHalfCopy(name)) fs::remove(fs::path(folder) / name, ignored);
    for (const auto& name : superfluous(filesIn(folder), base::dateOf(now), rules))
        fs::remove(fs::path(folder) / name, ignored);
}

bool hasRoom(const std::string& data, const fs::path& folder) {
    std::error_code error;
    const auto size = fs::file_size(data + "/journal.db", error);
    const auto space = fs::space(folder, error);
    return error || space.available > size + spare;
}

/// On a stick that is full the oldest copies go, one after the other, before none is made at all.
Result<> copyWithRoom(const std::string& data, const std::string& file) {
    const auto folder = fs::path(file).parent_path();
    for (;;) {
        auto copied = journal::backup(data, file);
        const auto oldest = expendable(filesIn(folder));
        if (copied || hasRoom(data, folder) || !oldest) return copied;
        std::error_code error;
        if (!fs::remove(folder / *oldest, error) || error) return copied;
        base::logWarn("{} is full: the copy {} goes", folder.string(), *oldest);
    }
}

}  // namespace

std::vector<std::string> filesIn(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        names.push_back(entry->path().filename().string());
    return names;
}

Result<queue::BackupMade> makeCopy(const std::string& data, const std::string& to, base::Instant now,
                                   const BackupRules& rules) {
    std::error_code error;
    if (!fs::is_directory(to, error))
        return base::fail(Fault::storage, to + " is not there; put the stick in, or name another backup_to");
    // What need not be kept goes first: on a full stick it is the room for the new copy.
    removeOld(to, now, rules);
    const auto name = copyName(now);
    const auto file = (fs::path(to) / name).string();
    if (auto copied = copyWithRoom(data, file); !copied)
        return base::fail(copied.error().fault,
                          fmt::format("no copy could be made in {}: {}", to, copied.error().what));
    const auto upTo = tryOut(file, data);
    if (!upTo) {
        fs::remove(file, error);
        return base::fail(upTo.error().fault, fmt::format("the copy in {} could not be tried out in {}: {}",
                                                          to, data, upTo.error().what));
    }
    removeOld(to, now, rules);
    return queue::BackupMade{name, *upTo};
}

}  // namespace luot::server::backup
