#include <fmt/format.h>

#include <charconv>
#include <cstdio>

#include "base/Clock.hpp"
#include "journal/SqliteJournal.hpp"
#include "queue/Decide.hpp"
#include "queue/event/EventCodec.hpp"
#include "server/hall/Halls.hpp"
#include "server/hall/Visits.hpp"
#include "server/tools/OldNumbers.hpp"
#include "server/tools/Tools.hpp"

/// No number that somebody may hold is given again after a restore (docs/adr/0025).
namespace luot::server::tools {

namespace {

using base::Result;
using base::settings::Arguments;
using NextNumbers = std::map<std::string, int>;

constexpr int mostSkipped = 9999;

/// What is told when the copy has its place.
struct Told {
    std::int64_t rows = 0;  ///< of the copy, with those that were saved
    std::optional<base::Instant> last;
    std::vector<std::string> series;
};

Result<int> skipOf(const Arguments& arguments) {
    const auto text = arguments.value("--skip");
    if (!text) return 0;
    int skip = 0;
    const auto read = std::from_chars(text->data(), text->data() + text->size(), skip);
    if (read.ec != std::errc{} || read.ptr != text->data() + text->size() || skip < 1 || skip > mostSkipped)
        return base::fail(base::Fault::invalidInput,
                          fmt::format("--skip must be a number from 1 to {}", mostSkipped));
    return skip;
}

std::vector<queue::NumberSeries> seriesOf(const queue::Rules& rules) {
    std::vector<queue::NumberSeries> all;
    for (const auto& service : rules.services) {
        all.push_back(service.numbers);
        if (all.back().id.empty()) all.back().id = service.id;
    }
    all.push_back(rules.lanes.bulkNumbers);
    return all;
}

int nextIn(const NextNumbers& numbers, const queue::NumberSeries& series) {
    const auto found = numbers.find(series.id);
    return found == numbers.end() ? series.first : found->second;
}

/// The opening that the restored day needs so that numbers may be passed over: the old journal's day where
/// the copy does not know it yet, otherwise the copy's own once more.
std::vector<queue::Event> openingFor(const queue::Hall& hall, const OldNumbers& old, base::Instant now) {
    const auto day = old.day ? std::max(*old.day, hall.day.value_or(*old.day)) : hall.dateAt(now);
    auto byCommand = hall.open ? hall.openedByCommand : old.openedByCommand;
    if (hall.day == day) return {queue::DayOpened{day, byCommand, {}}};
    auto events = queue::decide(hall, queue::OpenDay{}, now);
    if (!events || events->empty()) return {queue::DayOpened{day, byCommand, {}}};
    if (auto* opened = std::get_if<queue::DayOpened>(&events->back()))
        opened->byCommand = old.openedByCommand;
    return std::move(*events);
}

/// Raises what the opening carries; the series that are raised, in words.
std::vector<std::string> passOver(queue::DayOpened& opened, const queue::Hall& after, const OldNumbers& old,
                                  int skip) {
    std::vector<std::string> told;
    const NextNumbers known(after.nextNumber.begin(), after.nextNumber.end());
    for (const auto& series : seriesOf(after.rules)) {
        const int from = nextIn(known, series);
        const bool sameRun = old.day == opened.day || (old.day && !series.daily && *old.day < opened.day);
        const int to = std::max(sameRun ? nextIn(old.next, series) : from, from + skip);
        if (series.id.empty() || to <= from || opened.carried.nextNumber[series.id] >= to) continue;
        opened.carried.nextNumber[series.id] = to;
        const auto text = [&](int count) {
            return fmt::format("{}{:0{}}", series.prefix, count, series.digits);
        };
        told.push_back(
            fmt::format("{}: {} to {} may be in people's hands and are not in the queue; it goes on "
                        "with {}",
                        series.id, text(from), text(to - 1), text(to)));
    }
    return told;
}

journal::Batch batchOf(const std::vector<queue::Event>& events, base::Instant now) {
    journal::Batch batch;
    for (const auto& event : events) {
        batch.change(hall::visitChange(event, now));
        journal::Fact fact{
            now, "server", "server", {}, {}, queue::eventName(event), queue::encodeEvent(event)};
        if (const auto* ticket = queue::ticketOf(event)) fact.subject = ticket->id;
        batch.facts.push_back(std::move(fact));
    }
    return batch;
}

/// Adds to the restored journal that the numbers of the old one are passed over.
Result<> goOnBehind(journal::Journal& journal, const OldNumbers& old, int skip, Told& told) {
    told.rows = journal.lastSeq();
    told.last = journal.lastInstant();
    auto standing = hall::replay(journal);
    if (!standing) return tl::unexpected(standing.error());
    auto now = told.last.value_or(base::Instant{});
    // Without the old journal today is what the clock says, or the copy where its days are simulated.
    if (old.last)
        now = std::max(now, *old.last);
    else if (!journal.identity().simulated)
        now = std::max(now, base::SystemClock().now());
    auto events = openingFor(standing->hall, old, now);
    auto after = standing->hall;
    for (const auto& event : events) queue::evolve(after, event, now);
    told.series = passOver(std::get<queue::DayOpened>(events.back()), after, old, skip);
    if (told.series.empty()) return {};
    auto written = journal.append(batchOf(events, now));
    return written ? Result<>() : tl::unexpected(written.error());
}

void tell(const Told& told, const OldNumbers& old, int skip) {
    const auto upTo = told.last ? base::formatInstant(*told.last) : std::string("nothing");
    fmt::print("{} events up to {} are in place\n", told.rows, upTo);
    if (old.lastSeq > told.rows)
        fmt::print("{} events of the old journal are not; it is kept beside the new one\n",
                   old.lastSeq - told.rows);
    for (const auto& line : told.series) fmt::print("{}\n", line);
    if (old.whole || skip > 0) return;
    fmt::print(
        "{} cannot be read{}: higher numbers than these may have been given. If people hold some, "
        "restore once more with '--skip N': each series of today then goes on N numbers later\n",
        old.lastSeq > 0 ? "part of the old journal" : "the old journal",
        told.last ? " (the copy ends at " + base::formatClock(*told.last) + ")" : std::string());
}

}  // namespace

Result<> restoreJournal(const Arguments& arguments) {
    const auto& folder = arguments.required("--data");
    const auto& from = arguments.required("--from");
    const auto skip = skipOf(arguments);
    if (!skip) return tl::unexpected(skip.error());
    OldNumbers old;
    Told told;
    const auto goOn = [&](const std::string& draft) -> Result<> {
        old = readOldNumbers(folder);
        auto journal = journal::openSqliteJournal(draft, journal::Access::server);
        if (!journal) return tl::unexpected(journal.error());
        return goOnBehind(**journal, old, *skip, told);
    };
    if (arguments.has("--salvage")) {
        auto rescued = journal::rescue(folder, from, hall::visitProjector(), goOn);
        if (!rescued) return tl::unexpected(rescued.error());
        fmt::print("{} events behind the backup were saved, {} could not be\n", rescued->rows, rescued->lost);
    } else if (auto restored = journal::restore(folder, from, goOn); !restored) {
        return restored;
    }
    tell(told, old, *skip);
    return {};
}

}  // namespace luot::server::tools
