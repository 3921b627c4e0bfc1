#include "server/backup/Copying.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "journal/SqliteJournal.hpp"
#include "server/hall/Visits.hpp"

namespace luot::server::backup {

namespace {

namespace fs = std::filesystem;
using base::Fault;
using base::Result;

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
    const auto name = copyName(now);
    const auto file = (fs::path(to) / name).string();
    if (auto copied = journal::backup(data, file); !copied) return tl::unexpected(copied.error());
    const auto upTo = tryOut(file, data);
    if (!upTo) {
        fs::remove(file, error);
        return tl::unexpected(upTo.error());
    }
    removeOld(to, now, rules);
    return queue::BackupMade{name, *upTo};
}

}  // namespace luot::server::backup
