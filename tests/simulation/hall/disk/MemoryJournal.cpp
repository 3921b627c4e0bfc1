#include "tests/simulation/hall/disk/MemoryJournal.hpp"

#include <algorithm>

namespace luot::simulation {

using base::fail;
using base::Fault;
using base::Result;
using journal::Row;

MemoryJournal::MemoryJournal(Medium& medium, DiskFaults& faults, Written written)
    : medium_(medium), faults_(faults), written_(std::move(written)), seen_(medium.end.seq) {}

std::optional<base::Instant> MemoryJournal::lastInstant() const {
    if (medium_.rows.empty()) return std::nullopt;
    return medium_.rows.back().fact.at;
}

Result<> MemoryJournal::markSimulated(bool simulated) {
    if (medium_.identity.simulated != simulated && !medium_.rows.empty())
        return fail(Fault::invalidInput, "the medium holds days of the other kind");
    medium_.identity.simulated = simulated;
    return {};
}

Result<std::int64_t> MemoryJournal::append(const journal::Batch& batch) {
    if (faults_.full) return fail(Fault::storage, "the medium is full");
    if (seen_ != medium_.end.seq) return fail(Fault::storage, "rows of a failed commit are there after all");
    const auto first = seen_ + 1;
    commit(batch);
    if (faults_.landsAnyway) {
        faults_.landsAnyway = false;
        return fail(Fault::storage, "the medium did not say whether it wrote");
    }
    seen_ = first - 1 + static_cast<std::int64_t>(batch.facts.size());
    return first;
}

void MemoryJournal::commit(const journal::Batch& batch) {
    std::vector<Row> fresh;
    for (const auto& fact : batch.facts) {
        medium_.end = journal::chained(medium_.end, fact);
        fresh.push_back({medium_.end.seq, fact, base::hex(medium_.end.hash)});
    }
    medium_.rows.insert(medium_.rows.end(), fresh.begin(), fresh.end());
    medium_.answers.insert(medium_.answers.end(), batch.answers.begin(), batch.answers.end());
    for (const auto& ticket : batch.visitsUndone) medium_.visits.erase(ticket);
    for (const auto& visit : batch.visits) medium_.visits.insert_or_assign(visit.ticket, visit);
    tellWritten(fresh);
}

Result<std::vector<Row>> MemoryJournal::read(std::int64_t since, std::size_t limit) {
    const auto first = std::min(medium_.rows.size(), static_cast<std::size_t>(since));
    const auto last = std::min(medium_.rows.size(), first + limit);
    return std::vector<Row>(medium_.rows.begin() + static_cast<std::ptrdiff_t>(first),
                            medium_.rows.begin() + static_cast<std::ptrdiff_t>(last));
}

Result<std::optional<Row>> MemoryJournal::lastNamed(std::string_view name, std::int64_t upTo) {
    for (auto row = medium_.rows.rbegin(); row != medium_.rows.rend(); ++row)
        if (row->seq <= upTo && row->fact.name == name) return *row;
    return std::nullopt;
}

Result<std::vector<Row>> MemoryJournal::history(std::string_view subject) {
    std::vector<Row> rows;
    for (const auto& row : medium_.rows)
        if (row.fact.subject == subject) rows.push_back(row);
    return rows;
}

Result<std::vector<journal::Answer>> MemoryJournal::answersSince(base::Instant from) {
    std::erase_if(medium_.answers, [&](const auto& answer) { return answer.at < from; });
    return medium_.answers;
}

Result<std::vector<journal::Visit>> MemoryJournal::visits(base::Date from, base::Date to) {
    std::vector<journal::Visit> found;
    for (const auto& [ticket, visit] : medium_.visits)
        if (from <= visit.day && visit.day <= to) found.push_back(visit);
    return found;
}

Result<> MemoryJournal::addToken(const journal::Token& token) {
    for (const auto& known : medium_.tokens)
        if (known.id == token.id || known.secretHash == token.secretHash)
            return fail(Fault::invalidInput, "there is a token with this id or this secret already");
    medium_.tokens.push_back(token);
    return {};
}

Result<std::vector<journal::Token>> MemoryJournal::takeUnannouncedTokens() {
    const auto known = static_cast<std::ptrdiff_t>(medium_.announcedTokens);
    medium_.announcedTokens = medium_.tokens.size();
    return std::vector<journal::Token>(medium_.tokens.begin() + known, medium_.tokens.end());
}

Result<> MemoryJournal::probe() {
    if (faults_.full) return fail(Fault::storage, "the medium is full");
    seen_ = medium_.end.seq;
    return {};
}

}  // namespace luot::simulation
