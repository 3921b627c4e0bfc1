#include <filesystem>
#include <fstream>

#include "journal/SqliteJournal.hpp"
#include "server/hall/Halls.hpp"
#include "server/report/WaitingReport.hpp"
#include "server/tools/Tools.hpp"

namespace luot::server::tools {

namespace {

using base::Result;
using base::settings::Arguments;

Result<report::Period> periodOf(const Arguments& arguments) {
    auto from = base::parseDate(arguments.required("--from"));
    if (!from) return tl::unexpected(from.error());
    auto to = base::parseDate(arguments.required("--to"));
    if (!to) return tl::unexpected(to.error());
    if (*to < *from) return base::fail(base::Fault::invalidInput, "--to must not be before --from");
    const base::json::Value by(arguments.value("--by").value_or("day"));
    auto grouping = base::json::decode<report::Grouping>(by, {{}, "--by"});
    if (!grouping) return tl::unexpected(grouping.error());
    return report::Period{*from, *to, *grouping, {}, {}};
}

/// Whole or not at all: a half-written report must not be filed.
Result<> writeFile(const std::filesystem::path& path, const std::string& text) {
    auto half = path;
    half += ".part";
    std::ofstream file(half, std::ios::binary);
    file << text;
    file.close();
    std::error_code error;
    if (file) std::filesystem::rename(half, path, error);
    if (!file || error)
        return base::fail(base::Fault::storage,
                          path.string() + " cannot be written; check the folder and the space");
    return {};
}

}  // namespace

Result<> exportReport(const Arguments& arguments) {
    if (const auto& format = arguments.required("--format"); format != "csv")
        return base::fail(base::Fault::invalidInput, "--format " + format + " is not written yet; take csv");
    auto period = periodOf(arguments);
    if (!period) return tl::unexpected(period.error());
    auto journal = journal::openSqliteJournal(arguments.required("--data"), journal::Access::beside);
    if (!journal) return tl::unexpected(journal.error());
    auto standing = hall::replay(**journal);
    if (!standing) return tl::unexpected(standing.error());
    period->target = standing->hall.rules.targets.target;
    period->units = report::Units(standing->hall.rules);
    auto visits = (*journal)->visits(period->from, period->to);
    if (!visits) return tl::unexpected(visits.error());
    return writeFile(arguments.required("--out"), report::csv(report::waitingReport(*visits, *period)));
}

}  // namespace luot::server::tools
