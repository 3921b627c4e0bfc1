#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <string>
#include <vector>

#include "queue/Ticket.hpp"

/// Every event of a ticket carries the ticket as it stands afterwards: whoever reads the journal, a display
/// or a replay needs nothing else (docs/adr/0003).
namespace luot::queue {

/// How many passed-over tickets a reason names at most; so that a call costs the same however many wait.
constexpr std::size_t maxPassedOver = 50;

/// Why this ticket and no other.
enum class ReasonCode {
    firstCome,    ///< waited longest by the plain order
    priority,     ///< a priority ticket before normal ones
    fairTurn,     ///< a normal ticket after priority calls in a row
    lowerRank,    ///< waited longer than the handicap of its service at this counter
    mainService,  ///< of the counter's main service, before others that have not waited that much longer
    appointment,  ///< its booked time is now
    lateResult,   ///< its result is late
    longWait,     ///< has waited beyond the ceiling
    fallback,     ///< nobody waits for the counter's own services
    transferred,  ///< was sent to this very counter
    byNumber,     ///< the clerk asked for it
};
BOOST_DESCRIBE_ENUM(ReasonCode, firstCome, priority, fairTurn, lowerRank, mainService, appointment,
                    lateResult, longWait, fallback, transferred, byNumber)

struct Reason {
    ReasonCode code = ReasonCode::firstCome;
    base::Seconds waitedS{};
    std::vector<std::string> passedOver;  ///< numbers that came earlier and stay, at most maxPassedOver
    int passedOverCount = 0;              ///< all of them; maxPassedOver + 1 says "more than maxPassedOver"

    bool operator==(const Reason&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (code, waitedS, passedOver, passedOverCount))

struct TicketIssued {
    Ticket ticket;
    std::string series;  ///< that its number was taken from; empty: from a printed roll
    int count = 0;       ///< the number's place in the series
};
struct TicketCalled {
    Ticket ticket;
    int counter = 0;
    TicketClass calledAs = TicketClass::normal;
    Reason reason;
};
struct TicketRecalled {
    Ticket ticket;
};
struct ServiceStarted {
    Ticket ticket;
};
struct TicketFinished {
    Ticket ticket;
};
struct TicketMissed {
    Ticket ticket;
};
struct TicketHeld {
    Ticket ticket;
};
struct TicketReturned {
    Ticket ticket;
};
struct TicketTransferred {
    Ticket ticket;
    std::string fromService;
    std::optional<int> fromCounter;
};
struct TicketCancelled {
    Ticket ticket;
};
struct TicketExpired {
    Ticket ticket;
};
struct PriorityChanged {
    Ticket ticket;
    std::string reason;
};
/// Either what became of a paper, or that somebody asks for a second one.
struct TicketPrinted {
    Ticket ticket;
    bool reprint = false;                              ///< somebody asks for a second paper
    std::optional<PrinterFault> fault = std::nullopt;  ///< why the paper is not certain, or soon will not be
    std::optional<std::string> device = std::nullopt;  ///< of a reprint: the kiosk that is to print it
};
struct DossiersChanged {
    Ticket ticket;
};
/// Waiting people are told to make ready, or to come into a part of the hall; they go on waiting.
struct TicketsPrepared {
    std::vector<std::string> numbers;
    std::optional<int> counter;
    std::optional<std::string> zone;
};
struct CallUndone {
    Ticket ticket;
    int counter = 0;
};
/// What a counter did with the ticket while it was alone. Nobody is called by it now.
struct TicketSettled {
    Ticket ticket;
    int counter = 0;
};

BOOST_DESCRIBE_STRUCT(TicketIssued, (), (ticket, series, count))
BOOST_DESCRIBE_STRUCT(TicketCalled, (), (ticket, counter, calledAs, reason))
BOOST_DESCRIBE_STRUCT(TicketRecalled, (), (ticket))
BOOST_DESCRIBE_STRUCT(ServiceStarted, (), (ticket))
BOOST_DESCRIBE_STRUCT(TicketFinished, (), (ticket))
BOOST_DESCRIBE_STRUCT(TicketMissed, (), (ticket))
BOOST_DESCRIBE_STRUCT(TicketHeld, (), (ticket))
BOOST_DESCRIBE_STRUCT(TicketReturned, (), (ticket))
BOOST_DESCRIBE_STRUCT(TicketTransferred, (), (ticket, fromService, fromCounter))
BOOST_DESCRIBE_STRUCT(TicketCancelled, (), (ticket))
BOOST_DESCRIBE_STRUCT(TicketExpired, (), (ticket))
BOOST_DESCRIBE_STRUCT(PriorityChanged, (), (ticket, reason))
BOOST_DESCRIBE_STRUCT(TicketPrinted, (), (ticket, reprint, fault, device))
BOOST_DESCRIBE_STRUCT(DossiersChanged, (), (ticket))
BOOST_DESCRIBE_STRUCT(TicketsPrepared, (), (numbers, counter, zone))
BOOST_DESCRIBE_STRUCT(CallUndone, (), (ticket, counter))
BOOST_DESCRIBE_STRUCT(TicketSettled, (), (ticket, counter))

}  // namespace luot::queue
