#pragma once

#include <memory>
#include <string>

#include "journal/Journal.hpp"

namespace luot::journal {

/// How a folder is opened.
enum class Access {
    server,  ///< the one writer: takes the folder's lock, Fault::storage when another server has it
    beside,  ///< for token, backup and reports while a server may run; appends nothing
};

/// Opens the record in `folder` (file journal.db), and makes it when it is empty (Access::server and beside).
Result<std::unique_ptr<Journal>> openSqliteJournal(const std::string& folder, Access access);

/// Process id of the server that holds the folder; none when no server runs.
std::optional<int> runningServer(const std::string& folder);

/// Something wrong in a record, with its place.
struct Finding {
    std::int64_t seq = 0;
    std::string what;
};

/// Checks the hash chain, the sequence and that replaying gives the stored projections. Empty: all is right.
Result<std::vector<Finding>> verify(const std::string& folder, const Projector& projector);

/// Makes the projections anew from the facts.
Result<> rebuild(const std::string& folder, const Projector& projector);

/// A consistent copy of the whole record while a server may be writing. `out` must not exist; it appears
/// whole or not.
Result<> backup(const std::string& folder, const std::string& out);

/// What is still added to a restored record before it is given its place; it stands in the folder named.
using Sequel = std::function<Result<>(const std::string&)>;

/// Puts a backup in place of the record of `folder`, whose old one is kept beside it; the feed is renewed.
/// Refused while a server runs or when the copy's chain is broken.
Result<> restore(const std::string& folder, const std::string& from, const Sequel& sequel = {});

/// What a rescue brought back beyond its backup.
struct Rescued {
    std::int64_t rows = 0;
    std::int64_t lost = 0;  ///< rows that are there and could not be saved, as far as one can know
};

/// For a damaged record: puts a backup in its place, with all rows behind the backup that can still be read
/// and fit the chain. Otherwise as restore().
Result<Rescued> rescue(const std::string& folder, const std::string& from, const Projector& projector,
                       const Sequel& sequel = {});

enum class RowOrder { newestFirst, oldestFirst };

/// Hands out the rows of a record that may be damaged, whether they fit the chain or not, until `look` says
/// false or a row cannot be read. False: it ended because of the damage, or there is no such record.
bool readOldRows(const std::string& folder, RowOrder order, const std::function<bool(const Row&)>& look);

}  // namespace luot::journal
