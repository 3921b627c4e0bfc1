#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>

#include "base/json/Json.hpp"
#include "dispenser/offline/Store.hpp"
#include "protocol/offline/OfflineSeries.hpp"

namespace luot::dispenser::offline {

/// A moment by all that the kiosk has for clocks.
struct KioskMoment {
    std::string boot;        ///< of the machine: ticks of one boot can be compared
    std::int64_t ticks = 0;  ///< monotonic, milliseconds
    base::Instant centre{};  ///< what the centre's time should be
    bool known = true;       ///< false: only that it is not earlier
    base::Instant
        contact{};  ///< when the server last told its time; whatever it issued until then was earlier
};

/// What the citizen asked for.
struct LoneWish {
    std::string service;
    std::string prefix;  ///< letters of the service's numbers
    bool priority = false;
    std::string language = "vi";
    std::optional<std::string> insteadOf = std::nullopt;  ///< command that was never answered
};

/// The kiosk's own series of numbers, without screen, network and clock. Whatever it gives out is on its disk
/// first, and stays there until the server has taken it (docs/adr/0022).
class KioskAlone {
public:
    /// What the disk holds. `store` must outlive it. invalidInput: the notes make no sense.
    static base::Result<KioskAlone> open(Store& store);

    /// A server has given it a series.
    bool mayNumber() const { return series_.has_value(); }
    const std::optional<protocol::OfflineSeries>& series() const { return series_; }
    /// The next number, kept before it is returned. storage: nobody gets one.
    base::Result<protocol::Ticket> number(const LoneWish& wish, const KioskMoment& now);
    /// Becomes known before the ticket is handed in, or else false: it must be reported.
    bool notePrinted(const std::string& ticket, const std::string& outcome);

    /// It has not been handed in yet.
    bool holds(const std::string& ticket) const;
    bool hasPending() const { return !pending_.empty(); }
    std::size_t pending() const { return pending_.size(); }
    /// Arguments of merge_offline with the oldest tickets. `now` says what time the centre has at the ticks
    /// of this boot.
    base::json::Object handIn(const std::string& boot, const std::function<base::Instant(std::int64_t)>& now);
    /// The server has taken what handIn() gave last.
    base::Result<> handedIn();
    /// It was not told: the answer may still be unknown.
    void handInFailed() { handedOut_ = 0; }

    /// Arguments of begin_series; only while nothing is pending.
    base::json::Object question() const;
    /// Takes the answer to question(), if nothing was given out since. invalidInput: not for this disk, or
    /// not signed by the server that it knows. No change when it has that series already.
    base::Result<> begin(const protocol::SeriesAnswer& answer);

private:
    struct Pending {
        protocol::OfflineSlip slip;
        std::string boot;
        std::int64_t ticks = 0;
        base::Instant contact{};
    };

    explicit KioskAlone(Store& store) : store_(store) {}
    base::Result<> recall(const Note& note);

    Store& store_;
    std::optional<protocol::OfflineSeries> series_;
    std::string key_;  ///< the public key of the server that it belongs to
    int last_ = 0;     ///< sequence given out last
    std::deque<Pending> pending_;
    std::size_t handedOut_ = 0;  ///< of pending_, in the question that waits for an answer
    base::Instant newest_{};     ///< time of the last ticket: no later one is earlier
};

}  // namespace luot::dispenser::offline
