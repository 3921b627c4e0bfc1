#include "server/run/Open.hpp"

#include <fmt/format.h>

#include "base/Log.hpp"
#include "journal/SqliteJournal.hpp"
#include "server/centre/CentreFile.hpp"
#include "server/run/HallClock.hpp"

namespace luot::server::run {

namespace {

using base::Result;

std::unique_ptr<base::Clock> makeClock(const ServerSettings& settings, std::optional<base::Instant> last) {
    if (!settings.startTime) return std::make_unique<HallClock>(last);
    return std::make_unique<base::SimulatedClock>(
        last ? std::max(*last, *settings.startTime) : *settings.startTime, settings.speed);
}

Result<std::optional<queue::ChangeSettings>> rulesOf(const ServerSettings& settings,
                                                     const queue::Hall& hall) {
    if (settings.centre.empty()) {
        if (!hall.rules.services.empty()) return std::nullopt;
        return base::fail(base::Fault::invalidInput,
                          fmt::format("{} holds no centre yet; add --centre FILE once", settings.data));
    }
    auto centre = centre::readCentre(settings.centre);
    if (!centre) return base::fail(base::Fault::invalidInput, base::settings::textOf(centre.error()));
    return queue::ChangeSettings{std::move(centre->rules), centre->validFrom};
}

std::vector<std::string> ticketsOf(const queue::Hall& hall) {
    std::vector<std::string> ids;
    for (const auto& [id, ticket] : hall.tickets) ids.push_back(id);
    for (const auto& [id, ended] : hall.ended) ids.push_back(id);
    return ids;
}

/// What the server before left uncured: it is this one that hears of the cure.
Result<std::vector<report::Fault>> faultsIn(journal::Journal& journal) {
    const auto last = journal.lastInstant();
    if (!last) return std::vector<report::Fault>{};
    const auto rows = journal.incidents(*last - report::longestFault, *last);
    if (!rows) return tl::unexpected(rows.error());
    auto faults = report::faultsIn(*rows);
    std::erase_if(faults, [](const auto& fault) { return fault.endedAt.has_value(); });
    return faults;
}

}  // namespace

Result<App::Opened> openServer(const ServerSettings& settings) {
    auto wording = base::Wording::loadShared();
    if (!wording) return tl::unexpected(wording.error());
    auto journal = journal::openSqliteJournal(settings.data, journal::Access::server);
    if (!journal) return tl::unexpected(journal.error());
    if (auto marked = (*journal)->markSimulated(settings.startTime.has_value()); !marked)
        return tl::unexpected(marked.error());
    auto standing = hall::replay(**journal);
    if (!standing) return tl::unexpected(standing.error());
    auto rules = rulesOf(settings, standing->hall);
    if (!rules) return tl::unexpected(rules.error());
    const auto downSince = (*journal)->wasCutOff() ? (*journal)->lastInstant() : std::nullopt;
    auto clock = makeClock(settings, (*journal)->lastInstant());
    auto answers = (*journal)->answersSince(base::instantAt(base::dateOf(clock->now()), {}));
    if (!answers) return tl::unexpected(answers.error());
    const auto kept = static_cast<std::int64_t>(stream::Feed::keptFrames);
    auto rows = (*journal)->read(std::max<std::int64_t>(0, standing->seq - kept), stream::Feed::keptFrames);
    if (!rows) return tl::unexpected(rows.error());
    auto faults = faultsIn(**journal);
    if (!faults) return tl::unexpected(faults.error());
    auto tickets = ticketsOf(standing->hall);
    if (standing->seq > 0)
        base::logInfo("{} events read back, {} tickets waiting", standing->seq, standing->hall.waiting());
    return App::Opened{std::move(*journal), std::move(clock),  std::move(*standing), downSince,
                       std::move(*answers), std::move(*rows),  std::move(tickets),   std::move(*wording),
                       std::move(*rules),   std::move(*faults)};
}

}  // namespace luot::server::run
