#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/Time.hpp"

namespace luot::protocol {

using base::Instant;

/// How long somebody will probably wait: half of such waits are shorter than `p50S`, nine of ten than `p90S`.
struct Estimate {
    int p50S = 0;
    int p90S = 0;
    bool operator==(const Estimate&) const = default;
};
BOOST_DESCRIBE_STRUCT(Estimate, (), (p50S, p90S))

/// Stands on a ticket that a kiosk gave without the server.
struct OfflineNumber {
    int kiosk = 0;  ///< its digit
    std::string day;
    int sequence = 0;
    bool operator==(const OfflineNumber&) const = default;
};
BOOST_DESCRIBE_STRUCT(OfflineNumber, (), (kiosk, day, sequence))

/// In events a ticket carries no `ahead`; only the answer to its issue carries `trackingUrl`.
struct Ticket {
    std::string id;
    std::string number;
    std::string service;
    std::optional<std::string> procedure;
    std::optional<std::string> procedureVi;  ///< its name, where the centre knows it
    std::optional<std::string> procedureEn;
    std::string state;
    bool priority = false;
    std::string lane;
    std::string language = "vi";
    int dossiers = 1;
    std::optional<std::string> dossierCode;
    Instant issuedAt{};
    std::int64_t place = 0;
    std::optional<std::string> appointment;
    std::optional<Instant> slot;  ///< of the appointment
    bool paper = false;           ///< a number from a printed roll, typed in later
    bool nextDay = false;         ///< its result comes on the next working day
    std::optional<Instant> calledAt;
    std::optional<int> waitedS;           ///< until then, without the gaps between sessions
    std::optional<Instant> callingSince;  ///< first of the calls that go on now, or went on last
    std::optional<Instant> lastCalledAt;
    std::optional<Instant> startedAt;
    std::optional<Instant> endedAt;
    std::optional<int> counter;
    std::optional<int> onlyCounter;
    int calls = 0;
    int callsBefore = 0;  ///< of them, those before `callingSince`
    std::optional<Instant> heldAt;
    std::optional<int> ahead;
    std::optional<Estimate> estimate;
    std::optional<std::string> outcome;
    std::optional<std::string> printed;
    std::optional<std::string> trackingUrl;
    std::optional<OfflineNumber> offline = std::nullopt;

    bool operator==(const Ticket&) const = default;
    static bool mayMiss(std::string_view name) {
        return name == "language" || name == "dossiers" || name == "place" || name == "calls" ||
               name == "lane" || name == "priority" || name == "paper" || name == "next_day" ||
               name == "calls_before";
    }
};
BOOST_DESCRIBE_STRUCT(Ticket, (),
                      (id, number, service, procedure, procedureVi, procedureEn, state, priority, lane,
                       language, dossiers, dossierCode, issuedAt, place, appointment, slot, paper, nextDay,
                       calledAt, waitedS, callingSince, lastCalledAt, startedAt, endedAt, counter,
                       onlyCounter, calls, callsBefore, heldAt, ahead, estimate, outcome, printed,
                       trackingUrl, offline))

}  // namespace luot::protocol
