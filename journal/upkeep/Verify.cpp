#include <SQLiteCpp/Transaction.h>

#include "base/json/Json.hpp"
#include "journal/sqlite/Failure.hpp"
#include "journal/sqlite/Reader.hpp"
#include "journal/sqlite/Schema.hpp"
#include "journal/upkeep/ChainCheck.hpp"
#include "journal/upkeep/Replay.hpp"

namespace luot::journal {

using upkeep::Findings;

namespace {

/// Whether the row can be replayed at all.
bool checkData(const Row& row, Findings& findings) {
    const auto data = base::json::parse(row.fact.data);
    if (data && data->is_object()) return true;
    findings.add(row.seq, fmt::format("row {} holds no JSON object", row.seq));
    return false;
}

/// Reads the whole record once, as it stood at the first look: a server may be writing meanwhile.
Result<> examine(SQLite::Database& database, const Projector& projector, Findings& findings) {
    if (auto known = sqlite::checkSchema(database); !known) return known;
    upkeep::Replay replay(database, projector);
    const SQLite::Transaction oneSnapshot(database);
    upkeep::checkFile(database, findings);
    upkeep::ChainCheck chain(findings);
    auto walked = sqlite::forEachRow(database, [&](const Row& row, const base::Sha256& stored) -> Result<> {
        chain.see(row, stored);
        if (!checkData(row, findings)) return {};
        if (auto replayed = replay.see(row); !replayed) findings.add(row.seq, replayed.error().what);
        return {};
    });
    chain.finish(sqlite::readMeta(database).end);
    replay.compare(findings);
    return walked;
}

}  // namespace

Result<std::vector<Finding>> verify(const std::string& folder, const Projector& projector) {
    const sqlite::Folder place{folder};
    if (!sqlite::fileExists(place.journal()))
        return base::fail(base::Fault::storage, folder + " holds no journal; name the folder of a server");
    Findings findings;
    try {
        auto database = sqlite::openForReading(place.journal());
        if (auto examined = examine(database, projector, findings); !examined)
            return tl::unexpected(examined.error());
    } catch (const SQLite::Exception& thrown) {
        if (!sqlite::saysDamaged(thrown)) return tl::unexpected(sqlite::failure(thrown));
        findings.add(0, sqlite::failure(thrown).what);
    }
    return findings.take();
}

}  // namespace luot::journal
