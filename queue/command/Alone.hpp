#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "queue/Ticket.hpp"

/// What kiosks and counters did while they were alone, handed in when the server is there again.
namespace luot::queue {

/// A kiosk asks for the series of the present business day. It has handed in all that it gave alone.
struct BeginSeries {
    int digit = -1;                                    ///< of its token; -1: the token has none
    std::string store;                                 ///< id of its disk
    std::optional<base::Date> holding = std::nullopt;  ///< day of the series that it has now ...
    std::optional<int> holdingDigit = std::nullopt;    ///< ... and its digit
    std::string device{};                              ///< its token's name
};

/// A kiosk asked for a series and was refused, since its digit belongs to another disk.
struct RecordSeriesRefusal {
    std::string device;  ///< its token's name
    int digit = 0;
};

/// Tickets that a kiosk gave alone, by rising sequence. Those that have come already are passed over.
struct MergeOfflineTickets {
    struct Slip {
        std::string id;  ///< made by the kiosk
        std::string number;
        int sequence = 0;
        std::string service;
        bool priority = false;
        std::string language = "vi";
        Instant issuedAt{};
        bool timeKnown = true;  ///< false: the kiosk started without knowing what time it was
        std::optional<PrintOutcome> printed;
        /// A ticket that the server made for the same press without the kiosk learning of it; by the shell.
        std::optional<std::string> replaces;
    };
    int digit = -1;
    std::string store;
    base::Date day{};  ///< of the series
    std::vector<Slip> slips;
};

/// What became of a ticket at a counter that was alone.
enum class VisitResult { called, serving, finished, noShow, held };
BOOST_DESCRIBE_ENUM(VisitResult, called, serving, finished, noShow, held)

/// A counter tells whom it called while it was alone. Nobody is called by it; what does not fit the hall is
/// passed over, and the clerk is asked.
struct SettleCounter {
    struct Visit {
        std::string ticket;
        VisitResult result = VisitResult::finished;
        int calls = 1;
        Instant calledAt{};
        std::optional<Instant> startedAt;
        std::optional<Instant> endedAt;
        std::optional<std::string> outcome;
        bool confirmed = false;  ///< the clerk was asked and says so
    };
    int counter = 0;
    std::vector<Visit> visits;
};

}  // namespace luot::queue
