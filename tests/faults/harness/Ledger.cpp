#include "Ledger.hpp"

#include <algorithm>

namespace luot::faults {

namespace {

constexpr std::size_t mostWords = 20;

std::string textIn(const base::json::Object& object, std::string_view member) {
    const auto* value = object.if_contains(member);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

const base::json::Object* ticketIn(const base::json::Object& event) {
    const auto* data = event.if_contains("data");
    if (!data || !data->is_object()) return nullptr;
    const auto* ticket = data->get_object().if_contains("ticket");
    return ticket && ticket->is_object() ? &ticket->get_object() : nullptr;
}

std::string gist(const base::json::Object& event) {
    const auto* ticket = ticketIn(event);
    return textIn(event, "name") + " " + (ticket ? textIn(*ticket, "id") : "");
}

}  // namespace

void Verdict::add(const Verdict& other) {
    tickets += other.tickets;
    calls += other.calls;
    lost += other.lost;
    doubled += other.doubled;
    calledTwice += other.calledTwice;
    otherAnswers += other.otherAnswers;
    for (const auto& word : other.words)
        if (words.size() < mostWords) words.push_back(word);
}

std::string Verdict::text() const {
    std::string result = std::to_string(tickets) + " tickets and " + std::to_string(calls) +
                         " calls acknowledged; " + std::to_string(lost) + " lost, " +
                         std::to_string(doubled) + " doubled, " + std::to_string(calledTwice) +
                         " called twice, " + std::to_string(otherAnswers) + " answered in another way";
    for (const auto& word : words) result += "\n    " + word;
    return result;
}

void Ledger::issued(const std::string& key, const std::string& ticket, const std::string& number,
                    std::uint64_t place) {
    const std::scoped_lock lock(mutex_);
    open_.erase(key);
    const auto [known, first] = issued_.emplace(key, Issued{ticket, number, place});
    if (first)
        ++found_.tickets;
    else if (known->second.ticket != ticket || known->second.number != number)
        complain(found_.otherAnswers, key + " was " + known->second.number + ", its repeat " + number);
}

void Ledger::called(const std::string& ticket, int counter, std::uint64_t place) {
    const std::scoped_lock lock(mutex_);
    called_.push_back({ticket, counter, place});
    ++found_.calls;
}

void Ledger::told(std::int64_t seq, const base::json::Object& event) {
    const std::scoped_lock lock(mutex_);
    const auto [known, first] = tellings_.emplace(seq, gist(event));
    if (!first && known->second != gist(event))
        complain(found_.otherAnswers, "event " + std::to_string(seq) + " was told in two ways");
}

void Ledger::pressed(const std::string& key) {
    const std::scoped_lock lock(mutex_);
    if (!issued_.contains(key)) open_.insert(key);
}

void Ledger::read(const base::json::Value& events) {
    const std::scoped_lock lock(mutex_);
    for (const auto& row : events.as_array()) readRow(row.as_object());
}

void Ledger::readRow(const base::json::Object& row) {
    const auto seq = row.at("seq").to_number<std::int64_t>();
    if (seq != lastRead_ + 1) complain(found_.lost, "row " + std::to_string(lastRead_ + 1) + " is missing");
    lastRead_ = seq;
    rows_[seq] = gist(row);
    const auto* ticket = ticketIn(row);
    if (!ticket) return;
    const auto id = textIn(*ticket, "id"), number = textIn(*ticket, "number"), name = textIn(row, "name");
    if (name == "ticket_issued") {
        numberOf_[id] = number;
        if (++holders_[number] > 1) complain(found_.doubled, number + " was given twice");
    }
    if (name != "ticket_called") return;
    auto& counters = callsOf_[id];
    counters.push_back(static_cast<int>(ticket->at("counter").to_number<std::int64_t>()));
    if (counters.size() > 1) complain(found_.calledTwice, number + " was called twice");
}

void Ledger::readAnew() {
    const std::scoped_lock lock(mutex_);
    lastRead_ = 0;
    numberOf_.clear();
    holders_.clear();
    callsOf_.clear();
    rows_.clear();
}

Verdict Ledger::check(bool settled, std::uint64_t place) {
    const std::scoped_lock lock(mutex_);
    compareIssued(settled, place);
    compareCalled(place);
    if (place == UINT64_MAX)
        for (const auto& [seq, gist] : tellings_)
            if (const auto row = rows_.find(seq); row == rows_.end() || row->second != gist)
                complain(found_.lost,
                         "event " + std::to_string(seq) + " (" + gist + ") was told and is not on record");
    return std::exchange(found_, {});
}

void Ledger::compareIssued(bool settled, std::uint64_t place) {
    std::set<std::string> held;
    for (const auto& [key, ticket] : issued_) {
        held.insert(ticket.ticket);
        if (ticket.place > place) continue;
        const auto row = numberOf_.find(ticket.ticket);
        if (row == numberOf_.end() || row->second != ticket.number)
            complain(found_.lost, ticket.number + " (" + key + ") was given and is not on record");
    }
    const auto unknown = numberOf_.size() - static_cast<std::size_t>(std::count_if(
                                                numberOf_.begin(), numberOf_.end(),
                                                [&](const auto& e) { return held.contains(e.first); }));
    const auto allowed = settled ? 0 : open_.size();
    if (unknown > allowed && place == UINT64_MAX)
        complain(found_.doubled, std::to_string(unknown) + " tickets on record that nobody holds, for " +
                                     std::to_string(allowed) + " presses without an answer");
}

void Ledger::compareCalled(std::uint64_t place) {
    for (const auto& call : called_) {
        if (call.place > place) continue;
        const auto& counters = callsOf_[call.ticket];
        if (std::find(counters.begin(), counters.end(), call.counter) == counters.end())
            complain(found_.lost, "the call of " + call.ticket + " is not on record");
    }
}

void Ledger::complain(int& count, std::string words) {
    ++count;
    if (found_.words.size() < mostWords) found_.words.push_back(std::move(words));
}

}  // namespace luot::faults
