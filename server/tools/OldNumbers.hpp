#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/Time.hpp"
#include "journal/Journal.hpp"

namespace luot::server::tools {

/// Which numbers the journal that a restore replaces gave on its last day: people may hold them, whether
/// their rows can be saved or not.
struct OldNumbers {
    std::map<std::string, int> next;  ///< by series: the number behind the highest one
    std::optional<base::Date> day;    ///< none: no opening of a day could be read
    bool openedByCommand = false;
    std::optional<base::Instant> last;  ///< of its newest row that could be read
    std::int64_t lastSeq = 0;
    bool whole = false;  ///< its last day could be read to the end
};

/// Reads them from the journal in the folder, as far as it can be read.
OldNumbers readOldNumbers(const std::string& folder);

}  // namespace luot::server::tools
