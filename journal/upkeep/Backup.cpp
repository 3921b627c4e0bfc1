#include <fmt/format.h>
#include <unistd.h>

#include "journal/SqliteJournal.hpp"
#include "journal/sqlite/Folder.hpp"
#include "journal/upkeep/Copy.hpp"

namespace luot::journal {

Result<> backup(const std::string& folder, const std::string& out) {
    const sqlite::Folder place{folder};
    if (!sqlite::fileExists(place.journal()))
        return base::fail(base::Fault::storage, folder + " holds no journal; name the folder of a server");
    const auto taken = base::fail(base::Fault::invalidInput, out + " exists already; name a new file");
    if (sqlite::fileExists(out)) return taken;
    const std::string draft = fmt::format("{}.tmp-{}", out, ::getpid());
    if (auto copied = upkeep::copyJournal(place.journal(), draft); !copied) return copied;
    const auto named = sqlite::nameFile(draft, out);
    if (!named) return tl::unexpected(named.error());
    if (!*named) return taken;
    return {};
}

}  // namespace luot::journal
