#include "dispenser/offline/KioskAlone.hpp"

#include <algorithm>

#include "base/Ids.hpp"
#include "base/Signature.hpp"
#include "dispenser/offline/Notes.hpp"

namespace luot::dispenser::offline {

using base::Fault;
using base::Result;

Result<KioskAlone> KioskAlone::open(Store& store) {
    auto notes = store.since(std::string(SeriesBegun::name));
    if (!notes) return tl::unexpected(notes.error());
    KioskAlone alone(store);
    for (const auto& note : *notes)
        if (auto known = alone.recall(note); !known) return tl::unexpected(known.error());
    return alone;
}

Result<> KioskAlone::recall(const Note& note) {
    if (note.name == SeriesBegun::name) {
        auto begun = base::json::decodeText<SeriesBegun>(note.data);
        if (!begun) return tl::unexpected(begun.error());
        series_ = std::move(begun->series);
        key_ = std::move(begun->key);
        last_ = begun->last;
        newest_ = std::max(newest_, begun->newest);
    } else if (note.name == TicketNumbered::name) {
        auto numbered = base::json::decodeText<TicketNumbered>(note.data);
        if (!numbered) return tl::unexpected(numbered.error());
        last_ = std::max(last_, numbered->slip.sequence);
        newest_ = std::max(newest_, numbered->slip.issuedAt);
        pending_.push_back(
            {std::move(numbered->slip), std::move(numbered->boot), numbered->ticks, numbered->contact});
    } else if (note.name == TicketsHandedIn::name) {
        auto handed = base::json::decodeText<TicketsHandedIn>(note.data);
        if (!handed) return tl::unexpected(handed.error());
        std::erase_if(pending_, [&](const auto& one) { return one.slip.sequence <= handed->upTo; });
    }
    return {};
}

Result<protocol::Ticket> KioskAlone::number(const LoneWish& wish, const KioskMoment& now) {
    if (!series_) return base::fail(Fault::unavailable, "no server has given this kiosk a series yet");
    TicketNumbered fact;
    fact.slip.id = base::newId();
    fact.slip.sequence = last_ + 1;
    fact.slip.number = protocol::offlineNumber(wish.prefix, series_->digit, fact.slip.sequence);
    fact.slip.service = wish.service;
    fact.slip.priority = wish.priority;
    fact.slip.language = wish.language;
    fact.slip.issuedAt = std::max(now.centre, newest_);
    fact.slip.timeKnown = now.known;
    fact.slip.insteadOf = wish.insteadOf;
    fact.boot = now.boot;
    fact.ticks = now.ticks;
    fact.contact = now.contact;
    // Even a write that failed may be on the disk: the sequence is gone.
    last_ = fact.slip.sequence;
    if (auto kept = store_.keep({noteOf(fact)}); !kept) return tl::unexpected(kept.error());
    newest_ = fact.slip.issuedAt;
    protocol::Ticket ticket;
    ticket.id = fact.slip.id;
    ticket.number = fact.slip.number;
    ticket.service = fact.slip.service;
    ticket.state = "waiting";
    ticket.priority = fact.slip.priority;
    ticket.language = fact.slip.language;
    ticket.issuedAt = fact.slip.issuedAt;
    ticket.offline = protocol::OfflineNumber{series_->digit, series_->day, fact.slip.sequence};
    pending_.push_back({std::move(fact.slip), std::move(fact.boot), fact.ticks, fact.contact});
    return ticket;
}

bool KioskAlone::notePrinted(const std::string& ticket, const std::string& outcome) {
    for (std::size_t i = handedOut_; i < pending_.size(); ++i) {
        if (pending_[i].slip.id != ticket) continue;
        pending_[i].slip.printed = outcome;
        return true;
    }
    return false;
}

bool KioskAlone::holds(const std::string& ticket) const {
    return std::any_of(pending_.begin(), pending_.end(),
                       [&](const auto& one) { return one.slip.id == ticket; });
}

base::json::Object KioskAlone::handIn(const std::string& boot,
                                      const std::function<base::Instant(std::int64_t)>& now) {
    handedOut_ = std::min(pending_.size(), protocol::mostSlips);
    base::json::Object args = base::json::encode(*series_).as_object();
    boost::json::array tickets;
    base::Instant before{};
    for (std::size_t i = 0; i < handedOut_; ++i) {
        auto slip = pending_[i].slip;
        // The server's time is known now: exact for the present run of the machine, unless the server's clock
        // stood still or went back meanwhile.
        if (pending_[i].boot == boot) {
            slip.issuedAt = std::max(now(pending_[i].ticks), pending_[i].contact);
            slip.timeKnown = true;
        }
        before = slip.issuedAt = std::max(slip.issuedAt, before);
        tickets.push_back(base::json::encode(slip));
    }
    args["tickets"] = std::move(tickets);
    return args;
}

Result<> KioskAlone::handedIn() {
    if (handedOut_ == 0) return {};
    const int upTo = pending_[handedOut_ - 1].slip.sequence;
    pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(handedOut_));
    handedOut_ = 0;
    // If this is lost the tickets are handed in again, and passed over.
    return store_.keep({noteOf(TicketsHandedIn{upTo})});
}

base::json::Object KioskAlone::question() const {
    base::json::Object args{{"store", store_.id()}};
    if (series_) {
        args["holding"] = series_->day;
        args["holding_digit"] = series_->digit;
    }
    return args;
}

Result<> KioskAlone::begin(const protocol::SeriesAnswer& answer) {
    const auto& series = answer.series;
    if (hasPending()) return {};
    if (series.store != store_.id())
        return base::fail(Fault::invalidInput, "the series is for another disk than this kiosk's");
    if (!base::Signature::fits(series.signedText(), series.signature, answer.key))
        return base::fail(Fault::invalidInput, "the series is not signed by the server that gave it");
    const bool otherServer = !key_.empty() && key_ != answer.key;
    const bool otherDigit = series_ && series_->digit != series.digit;
    // Dates of the form 2026-11-23 are ordered as texts.
    if (series_ && !otherServer && !otherDigit && series.day <= series_->day) return {};
    SeriesBegun fact{series, answer.key, series.after, newest_};
    // Another server knows nothing of the papers that are out; and a clock that ran ahead has put the new
    // day's date on papers of the day before.
    const bool dated = base::formatDate(base::dateOf(newest_)) >= series.day;
    if (!otherDigit && (otherServer || dated)) fact.last = std::max(series.after, last_);
    if (auto kept = store_.keep({noteOf(fact)}); !kept) return kept;
    series_ = series;
    key_ = answer.key;
    last_ = fact.last;
    return {};
}

}  // namespace luot::dispenser::offline
