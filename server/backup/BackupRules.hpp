#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/Time.hpp"

namespace luot::server::backup {

/// When copies of the journal are made, and which are kept.
struct BackupRules {
    base::Minutes every{60};
    int keepDays = 30;
};

/// "luot-20261122T143000.db", by the centre's clock.
std::string copyName(base::Instant at);
/// The moment in such a name; none: the file is not ours.
std::optional<base::Instant> copyTime(std::string_view name);

/// The newest of these files; none: there is no copy.
std::optional<base::Instant> newestCopy(const std::vector<std::string>& names);

/// Which of the files may go: of today and yesterday all are kept, of the days before the last of each, for
/// `keepDays` days; the newest three stay in any case. Files that are not ours are never named.
std::vector<std::string> superfluous(std::vector<std::string> names, base::Date today,
                                     const BackupRules& rules);

/// Which copy goes first when there is no room for a new one: the oldest, but for the newest three.
std::optional<std::string> expendable(std::vector<std::string> names);

}  // namespace luot::server::backup
