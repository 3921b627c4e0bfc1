#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <variant>

#include "protocol/HallView.hpp"
#include "protocol/Messages.hpp"

namespace luot::dispenser::kiosk {

/// Monotonic milliseconds.
using Ticks = std::int64_t;

enum class Page {
    start,         ///< which service?
    priority,      ///< is the citizen entitled to priority?
    printing,      ///< the number is being made, then put on paper
    taken,         ///< the paper is there
    printFault,    ///< the number counts, but there is no paper
    refused,       ///< the server gave no number and said why
    fieldClosed,   ///< the service that was pressed gives no numbers now
    closed,        ///< no numbers at this time
    outOfService,  ///< no server
};

struct KioskSettings {
    std::string language = "vi";  ///< at first and after each citizen
    Ticks idle = 60000;           ///< untouched for so long, a page goes back to the start
    Ticks idleWarning = 15000;    ///< of it, so long with a warning
    Ticks ticketShown = 10000;
    Ticks faultShown = 60000;
    Ticks refusalShown = 20000;
    Ticks answerWithin = 10000;     ///< a number not there by then is given up
    Ticks lostAfter = 6000;         ///< without the server for so long: out of service
    Ticks outAfterSilence = 20000;  ///< out of service after a number was given up
    Ticks printWithin = 25000;  ///< a printer silent for longer has failed; above the sum of its deadlines
    int tilesAPage = 12;
    std::string guideService;  ///< the service behind "not sure"; empty: none
};

/// What the kiosk wants done; the program around it does it.
struct AskNumber {
    std::string service;
    bool priority = false;
    std::string language;
};
struct PrintTicket {
    protocol::Ticket ticket;
    std::string language;
};
/// "confirmed", "unknown" or "failed" for the ticket's record.
struct ReportPrint {
    std::string ticket;
    std::string outcome;
};
using Wish = std::variant<AskNumber, PrintTicket, ReportPrint>;

/// The kiosk without screen, network and printer: which page it is on and what follows from a press, an
/// answer or the passing of time. One number at a time; a second press while one is being made is ignored.
class Kiosk {
public:
    /// `hall` must outlive it and be empty until the first snapshot is there.
    Kiosk(KioskSettings settings, const protocol::Hall& hall, Ticks now);

    // From people.
    void chooseService(const std::string& service, Ticks now);
    void answerPriority(bool entitled, Ticks now);
    void goHome(Ticks now);
    void turnPage(int by, Ticks now);
    void toggleLanguage(Ticks now);
    /// Any touch or key: somebody is there.
    void touched(Ticks now) { lastTouch_ = now; }

    // From the server.
    void linkUp(Ticks now);
    void linkLost(Ticks now);
    void ticketIssued(const protocol::Ticket& ticket, Ticks now);
    void refused(const protocol::Problem& problem, Ticks now);
    void unanswered(Ticks now);

    // From the printer.
    void printed(const std::string& ticket, const std::string& outcome, Ticks now);

    /// Looks at all that time changes; call it before reading.
    void advance(Ticks now);

    /// The next thing to be done, in order; none: nothing.
    std::optional<Wish> takeWish();

    Page page() const { return page_; }
    const std::string& language() const { return language_; }
    int tilePage() const { return tilePage_; }
    int tilePages() const;
    /// The one that was chosen; empty: none.
    const std::string& service() const { return service_; }
    const std::optional<protocol::Ticket>& ticket() const { return ticket_; }
    const protocol::Problem& problem() const { return problem_; }
    /// Seconds until the page goes away by itself, when people should know; none: they need not.
    std::optional<int> secondsLeft(Ticks now) const;
    /// When the page changes by itself: time of the deadline; none.
    std::optional<Ticks> deadline() const;
    const KioskSettings& settings() const { return settings_; }

private:
    bool givesNumbers(const std::string& service) const;
    void show(Page page, Ticks now);
    void askNumber(bool priority, Ticks now);
    Page restingPage(Ticks now) const;
    bool resting() const;
    void forget();

    KioskSettings settings_;
    const protocol::Hall& hall_;
    Page page_ = Page::start;
    std::string language_;
    int tilePage_ = 0;
    std::string service_;
    std::optional<protocol::Ticket> ticket_;
    protocol::Problem problem_;
    std::deque<Wish> wishes_;
    Ticks since_ = 0;  ///< the page is shown
    Ticks lastTouch_ = 0;
    std::optional<Ticks> lostSince_;
    std::optional<Ticks> outUntil_;
};

/// The tiles of a hall in their order, the guide's last; the pages' count follows from it.
std::vector<const protocol::Service*> tilesOf(const protocol::Hall& hall, const KioskSettings& settings);

/// The services of one page; the guide's tile stands on every one.
std::vector<const protocol::Service*> tilesOnPage(const protocol::Hall& hall, const KioskSettings& settings,
                                                  int page);

}  // namespace luot::dispenser::kiosk
