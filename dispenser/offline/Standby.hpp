#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "dispenser/kiosk/Kiosk.hpp"
#include "dispenser/offline/Homecoming.hpp"
#include "dispenser/offline/KnownHall.hpp"

namespace luot::dispenser::offline {

/// What stands by while the server is there, and takes over when it is not: joins the kiosk's own numbers to
/// its disk and clocks, and to the picture of the hall. Main thread only.
class Standby {
public:
    struct Parts {
        std::unique_ptr<Store> store;
        std::filesystem::path hallFile;  ///< the hall as it was known last; empty: not kept
        std::string boot;
        std::function<base::Instant()> wallClock;
    };
    /// `feed` must outlive it, and gets the hall that was known last. `now` is monotonic, milliseconds.
    static base::Result<std::unique_ptr<Standby>> open(Parts parts, protocol::FeedClient& feed,
                                                       kiosk::Ticks now);

    bool mayNumber() const { return alone_.mayNumber() && known_.has_value(); }
    /// The next number, on the disk already. `insteadOf`: id of the question that the server did not answer.
    base::Result<protocol::Ticket> number(const kiosk::AskNumber& wish, std::optional<std::string> insteadOf,
                                          kiosk::Ticks now);
    /// The ticket is still to be handed in; what became of its paper goes with it where that is possible.
    bool holds(const std::string& ticket) const { return alone_.holds(ticket); }
    bool notePrinted(const std::string& ticket, const std::string& outcome) {
        return alone_.notePrinted(ticket, outcome);
    }

    void linkUp(kiosk::Ticks now);
    void linkLost(kiosk::Ticks now);
    /// True: the news was for the standby alone.
    bool take(const protocol::FeedNews& news, kiosk::Ticks now);
    std::optional<std::string> nextFrame(kiosk::Ticks now) { return homecoming_.nextFrame(now); }
    bool overdue(kiosk::Ticks now) const { return homecoming_.overdue(now); }
    /// While the server is away: the hours of the hall by the kiosk's own clock.
    void passTime(kiosk::Ticks now);
    std::size_t pending() const { return alone_.pending(); }
    bool digitIsTaken() const { return homecoming_.digitIsTaken(); }

private:
    Standby(Parts parts, KioskAlone alone, protocol::FeedClient& feed);
    KioskMoment moment(kiosk::Ticks now) const;
    void keepHallAsItIs(kiosk::Ticks now);

    Parts parts_;
    protocol::FeedClient& feed_;
    KioskAlone alone_;
    Homecoming homecoming_;
    std::optional<KnownHall> known_;
    bool up_ = false;
    base::Instant contact_{};  ///< when the server last told its time
    bool fromServer_ = false;  ///< the clock is set by this run's server, and not recalled
    std::optional<kiosk::Ticks> lookedAt_;
};

}  // namespace luot::dispenser::offline
