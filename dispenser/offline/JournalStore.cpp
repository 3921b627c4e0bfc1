#include "dispenser/offline/JournalStore.hpp"

#include "base/Clock.hpp"
#include "journal/SqliteJournal.hpp"

namespace luot::dispenser::offline {

namespace {

constexpr std::size_t rowsAtOnce = 1000;

}  // namespace

base::Result<std::unique_ptr<JournalStore>> JournalStore::open(const std::filesystem::path& folder) {
    std::error_code none;
    std::filesystem::create_directories(folder.parent_path(), none);
    auto journal = journal::openSqliteJournal(folder.string(), journal::Access::server);
    if (!journal) return tl::unexpected(journal.error());
    return std::unique_ptr<JournalStore>(new JournalStore(std::move(*journal)));
}

base::Result<> JournalStore::keep(const std::vector<Note>& notes) {
    journal::Batch batch;
    // The wall clock may be wrong: the moment is for whoever reads the file, the order is the journal's.
    for (const auto& note : notes)
        batch.facts.push_back(
            {base::SystemClock().now(), "kiosk", "dispenser", {}, {}, note.name, note.data});
    auto written = journal_->append(batch);
    if (written) return {};
    // Whether the rows are there after all is found out by the next call that succeeds; they are harmless:
    // a count that was kept and never printed.
    (void)journal_->probe();
    return tl::unexpected(written.error());
}

base::Result<std::vector<Note>> JournalStore::since(const std::string& name) {
    auto newest = journal_->lastNamed(name, journal_->lastSeq());
    if (!newest) return tl::unexpected(newest.error());
    std::int64_t seq = *newest ? (*newest)->seq - 1 : 0;
    std::vector<Note> notes;
    for (;;) {
        auto rows = journal_->read(seq, rowsAtOnce);
        if (!rows) return tl::unexpected(rows.error());
        if (rows->empty()) return notes;
        for (auto& row : *rows) notes.push_back({std::move(row.fact.name), std::move(row.fact.data)});
        seq = rows->back().seq;
    }
}

}  // namespace luot::dispenser::offline
