#include "simulator/recorded/DayRecord.hpp"

#include <fmt/format.h>

#include "base/json/Json.hpp"
#include "journal/SqliteJournal.hpp"
#include "queue/event/EventCodec.hpp"
#include "simulator/recorded/Chronicle.hpp"

namespace luot::simulator::recorded {

namespace {

using base::Fault;
using base::Result;
using journal::Row;

constexpr std::size_t rowsAtOnce = 1000;
constexpr std::size_t mostDaysNamed = 10;

/// The folder's journal as its file is called; looked for, since opening would make it.
constexpr std::string_view journalFile = "journal.db";

Result<queue::Event> eventOf(const Row& row) {
    const auto damaged = [&](const base::Error& error) {
        return base::fail(Fault::storage,
                          fmt::format("event {} of the journal cannot be read: {}; run 'luot-server verify'",
                                      row.seq, error.what));
    };
    auto data = base::json::parse(row.fact.data);
    if (!data) return damaged(data.error());
    auto event = queue::decodeEvent(row.fact.name, *data);
    if (!event) return damaged(event.error());
    return event;
}

/// The newest event of type E up to `upTo`, with its row; none when there is none.
template <class E>
Result<std::optional<std::pair<Row, E>>> newest(journal::Journal& journal, std::string_view name,
                                                std::int64_t upTo) {
    auto row = journal.lastNamed(name, upTo);
    if (!row) return tl::unexpected(row.error());
    if (!*row) return std::nullopt;
    auto event = eventOf(**row);
    if (!event) return tl::unexpected(event.error());
    return std::make_pair(std::move(**row), std::get<E>(std::move(*event)));
}

Result<std::optional<queue::Rules>> rulesUpTo(journal::Journal& journal, std::int64_t upTo) {
    while (upTo > 0) {
        auto found = newest<queue::SettingsChanged>(journal, "settings_changed", upTo);
        if (!found) return tl::unexpected(found.error());
        if (!*found) break;
        if ((*found)->second.rules && !(*found)->second.from) return std::move((*found)->second.rules);
        upTo = (*found)->first.seq - 1;
    }
    return std::nullopt;
}

base::Error noSuchDay(base::Date day, const std::vector<std::string>& others) {
    return {Fault::notFound,
            others.empty()
                ? fmt::format("the journal holds no day yet, so not {} either; take the "
                              "folder of a server that has run",
                              base::formatDate(day))
                : fmt::format("the journal has no day {}; it has {}{}", base::formatDate(day),
                              fmt::join(others, ", "), others.size() == mostDaysNamed ? ", ..." : "")};
}

/// The row after which the events of `day` stand: the end of the day before. notFound: there is no such day.
Result<std::int64_t> beginOf(journal::Journal& journal, base::Date day) {
    std::vector<std::string> others;
    bool found = false;
    std::int64_t upTo = journal.lastSeq();
    while (true) {
        auto opened = newest<queue::DayOpened>(journal, "day_opened", upTo);
        if (!opened) return tl::unexpected(opened.error());
        if (!*opened || (found && (*opened)->second.day != day)) break;
        const auto& [row, event] = **opened;
        found = event.day == day;
        const auto name = base::formatDate(event.day);
        if (!found && others.size() < mostDaysNamed && (others.empty() || others.back() != name))
            others.push_back(name);
        upTo = row.seq - 1;
    }
    if (!found) return tl::unexpected(noSuchDay(day, others));
    auto closed = newest<queue::DayClosed>(journal, "day_closed", upTo);
    if (!closed) return tl::unexpected(closed.error());
    return *closed ? (*closed)->first.seq : 0;
}

/// Follows the day's events, and the rules with them.
class Reading {
public:
    Reading(base::Date day, std::optional<queue::Rules> rules) : day_(day), chronicle_(day) {
        queue::SettingsChanged standing;
        standing.rules = std::move(rules);
        queue::evolve(hall_, standing, {});
    }

    /// False: the next day begins.
    bool see(const queue::Event& event, base::Instant at) {
        const auto* opened = std::get_if<queue::DayOpened>(&event);
        if (opened && opened->day != day_) return false;
        queue::evolve(hall_, event, at);
        chronicle_.see(event, at);
        if (!rules_ && chronicle_.givesNumbers()) rules_ = hall_.rules;
        return true;
    }

    DayRecord finished() {
        auto record = chronicle_.finished(rules_ ? *rules_ : hall_.rules);
        record.rulesChanged = rules_ && *rules_ != hall_.rules;
        return record;
    }

private:
    base::Date day_;
    Chronicle chronicle_;
    queue::Hall hall_;
    std::optional<queue::Rules> rules_;
};

}  // namespace

Result<DayRecord> readDay(journal::Journal& journal, base::Date day) {
    const auto begin = beginOf(journal, day);
    if (!begin) return tl::unexpected(begin.error());
    auto rules = rulesUpTo(journal, *begin);
    if (!rules) return tl::unexpected(rules.error());
    Reading reading(day, std::move(*rules));
    auto since = *begin;
    while (true) {
        const auto rows = journal.read(since, rowsAtOnce);
        if (!rows) return tl::unexpected(rows.error());
        if (rows->empty()) return reading.finished();
        for (const auto& row : *rows) {
            const auto event = eventOf(row);
            if (!event) return tl::unexpected(event.error());
            if (!reading.see(*event, row.fact.at)) return reading.finished();
            since = row.seq;
        }
    }
}

Result<queue::Rules> readRules(journal::Journal& journal) {
    auto rules = rulesUpTo(journal, journal.lastSeq());
    if (!rules) return tl::unexpected(rules.error());
    if (!*rules)
        return base::fail(
            Fault::notFound,
            "the journal holds no rules; start 'luot-server run' with a centre's file on it once");
    return std::move(**rules);
}

Result<std::unique_ptr<journal::Journal>> openRecord(const std::filesystem::path& folder) {
    std::error_code error;
    if (!std::filesystem::exists(folder / journalFile, error))
        return base::fail(
            Fault::notFound,
            fmt::format("{} has no journal; give the folder of a server (--data)", folder.string()));
    return journal::openSqliteJournal(folder.string(), journal::Access::beside);
}

}  // namespace luot::simulator::recorded
