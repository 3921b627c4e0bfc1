#pragma once

#include <deque>
#include <optional>
#include <string>

#include "dispenser/kiosk/KioskSettings.hpp"
#include "dispenser/kiosk/Wish.hpp"
#include "hardware/printer/PrintReport.hpp"
#include "protocol/HallView.hpp"
#include "protocol/Messages.hpp"

namespace luot::dispenser::kiosk {

enum class Page {
    start,         ///< which service?
    priority,      ///< is the citizen entitled to priority?
    noPaper,       ///< the printer cannot print: will a number on the screen do?
    printing,      ///< the number is being made, then put on paper
    taken,         ///< the paper is there
    printFault,    ///< the number counts, but there is no paper, or none for certain
    refused,       ///< the server gave no number and said why
    fieldClosed,   ///< the service that was pressed gives no numbers now
    closed,        ///< no numbers at this time
    outOfService,  ///< no server
};

/// The kiosk without screen, network and printer: which page it is on and what follows from a press, an
/// answer or the passing of time. One number at a time; a second press while one is being made is ignored.
class Kiosk {
public:
    /// `hall` must outlive it and be empty until the first snapshot is there.
    Kiosk(KioskSettings settings, const protocol::Hall& hall, Ticks now);

    // From people.
    void chooseService(const std::string& service, Ticks now);
    void answerPriority(bool entitled, Ticks now);
    /// A number on the screen will do.
    void takeWithoutPaper(Ticks now);
    void goHome(Ticks now);
    void turnPage(int by, Ticks now);
    void toggleLanguage(Ticks now);
    /// Any touch or key: somebody is there.
    void touched(Ticks now) { lastTouch_ = now; }

    // From the server.
    void linkUp(Ticks now);
    void linkLost(Ticks now);
    /// Whether numbers can be given without the server: then the kiosk stays in service.
    void mayNumberAlone(bool may) { aloneToo_ = may; }
    void ticketIssued(const protocol::Ticket& ticket, Ticks now);
    void refused(const protocol::Problem& problem, Ticks now);
    void unanswered(Ticks now);

    /// Somebody of the staff asks for a second paper.
    void reprint(const protocol::Ticket& ticket);

    // From the printer.
    void printed(const std::string& ticket, const hardware::printer::PrintReport& report, Ticks now);
    void printerIs(const hardware::printer::Readiness& readiness, Ticks now);

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
    /// Of the page noPaper what stops the printer, of printFault what became of the paper.
    hardware::printer::PrintFault fault() const { return fault_; }
    /// The ticket was sent, and the printer never says what became of it.
    bool unconfirmed() const { return unconfirmed_; }
    /// What the staff should know of the printer.
    hardware::printer::PrintFault printerFault() const { return told_; }
    /// Numbers are the kiosk's own at present.
    bool isAlone(Ticks now) const;
    /// How many wait is not known any more.
    bool countsAreOld(Ticks now) const;
    /// Seconds until the page goes away by itself, when people should know; none: they need not.
    std::optional<int> secondsLeft(Ticks now) const;
    /// When the page changes by itself: time of the deadline; none.
    std::optional<Ticks> deadline() const;
    const KioskSettings& settings() const { return settings_; }

private:
    bool givesNumbers(const std::string& service) const;
    void show(Page page, Ticks now);
    void checkPrinter(Ticks now);
    void askNumber(bool priority, Ticks now);
    void decideByPrinter(Ticks now);
    void makeNumber(Ticks now);
    void tellStaff(hardware::printer::PrintFault fault);
    void pageEnds(Ticks now);
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
    bool priority_ = false;               ///< what the citizen answered
    bool asking_ = false;                 ///< the printer, and its answer is not there yet
    bool waiting_ = false;                ///< with the number, for that answer
    hardware::printer::Readiness ready_;  ///< as the printer said last
    hardware::printer::PrintFault fault_ = hardware::printer::PrintFault::none;
    hardware::printer::PrintFault told_ = hardware::printer::PrintFault::none;  ///< to the staff
    bool unconfirmed_ = false;
    bool aloneToo_ = false;
    bool wasUp_ = false;  ///< the server was there since the program began
    std::optional<Ticks> lostSince_;
    std::optional<Ticks> outUntil_;
};

/// The tiles of a hall in their order, the guide's last; the pages' count follows from it.
std::vector<const protocol::Service*> tilesOf(const protocol::Hall& hall, const KioskSettings& settings);

/// The services of one page; the guide's tile stands on every one.
std::vector<const protocol::Service*> tilesOnPage(const protocol::Hall& hall, const KioskSettings& settings,
                                                  int page);

}  // namespace luot::dispenser::kiosk
