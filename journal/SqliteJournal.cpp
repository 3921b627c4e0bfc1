#include "journal/SqliteJournal.hpp"

#include "journal/sqlite/FolderJournal.hpp"

namespace luot::journal {

Result<std::unique_ptr<Journal>> openSqliteJournal(const std::string& folder, Access access) {
    auto journal = sqlite::FolderJournal::open(folder, access);
    if (!journal) return tl::unexpected(journal.error());
    return std::unique_ptr<Journal>(std::move(*journal));
}

std::optional<int> runningServer(const std::string& folder) {
    return sqlite::FolderLock::holder(sqlite::Folder{folder});
}

}  // namespace luot::journal
