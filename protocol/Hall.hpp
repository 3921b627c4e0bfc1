#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/Time.hpp"

/// The wire's picture of a hall, as the public contract describes it; clients build their screens from it.
namespace luot::protocol {

using base::Instant;

struct Estimate {
    int p50S = 0;
    int p90S = 0;
    bool operator==(const Estimate&) const = default;
};
BOOST_DESCRIBE_STRUCT(Estimate, (), (p50S, p90S))

/// In events a ticket carries no `ahead`; only the answer to its issue carries `trackingUrl`.
struct Ticket {
    std::string id;
    std::string number;
    std::string service;
    std::optional<std::string> procedure;
    std::string state;
    bool priority = false;
    std::string lane;
    std::string language = "vi";
    int dossiers = 1;
    std::optional<std::string> dossierCode;
    Instant issuedAt{};
    std::int64_t place = 0;
    std::optional<Instant> calledAt;
    std::optional<Instant> lastCalledAt;
    std::optional<Instant> startedAt;
    std::optional<Instant> endedAt;
    std::optional<int> counter;
    std::optional<int> onlyCounter;
    int calls = 0;
    std::optional<int> ahead;
    std::optional<Estimate> estimate;
    std::optional<std::string> outcome;
    std::optional<std::string> printed;
    std::optional<std::string> trackingUrl;

    bool operator==(const Ticket&) const = default;
    static bool mayMiss(std::string_view name) {
        return name == "language" || name == "dossiers" || name == "place" || name == "calls" ||
               name == "lane" || name == "priority";
    }
};
BOOST_DESCRIBE_STRUCT(Ticket, (),
                      (id, number, service, procedure, state, priority, lane, language, dossiers, dossierCode,
                       issuedAt, place, calledAt, lastCalledAt, startedAt, endedAt, counter, onlyCounter,
                       calls, ahead, estimate, outcome, printed, trackingUrl))

struct Counter {
    int number = 0;
    std::string label;  ///< Vietnamese
    std::string labelEn;
    std::string zone;
    std::string state;  ///< closed, open, paused
    std::optional<std::string> clerk;
    std::optional<std::string> ticket;  ///< id of the called or serving ticket
    std::vector<std::string> services;  ///< by rank
    std::optional<std::string> pauseReason;
    bool operator==(const Counter&) const = default;
};
BOOST_DESCRIBE_STRUCT(Counter, (),
                      (number, label, labelEn, zone, state, clerk, ticket, services, pauseReason))

struct Service {
    std::string id;
    std::string prefix;
    std::string labelVi;
    std::string labelEn;
    int kioskOrder = 0;
    int waiting = 0;
    std::vector<int> counters;
    bool operator==(const Service&) const = default;
};
BOOST_DESCRIBE_STRUCT(Service, (), (id, prefix, labelVi, labelEn, kioskOrder, waiting, counters))

/// Names and texts of the centre.
struct Centre {
    std::string id;
    std::string nameVi;
    std::string nameEn;
    std::string authorityVi;
    std::string authorityEn;
    std::string hotline;
    std::vector<std::string> noticesVi;
    std::vector<std::string> noticesEn;
    std::vector<std::string> languages;
    bool asksPriority = true;
    std::vector<std::string> priorityGroupsVi;
    std::vector<std::string> priorityGroupsEn;
    int targetWaitS = 900;
    int warnWaitS = 600;
    int breachWaitS = 1200;
    int severeWaitS = 1800;
    int undoWithinS = 10;
    int lateReturnWithinS = 1800;
    bool operator==(const Centre&) const = default;
};
BOOST_DESCRIBE_STRUCT(Centre, (),
                      (id, nameVi, nameEn, authorityVi, authorityEn, hotline, noticesVi, noticesEn, languages,
                       asksPriority, priorityGroupsVi, priorityGroupsEn, targetWaitS, warnWaitS, breachWaitS,
                       severeWaitS, undoWithinS, lateReturnWithinS))

/// The whole state, or one part of it: a snapshot in parts repeats the small members and splits the lists of
/// tickets.
struct Hall {
    std::string feed;
    std::int64_t seq = 0;
    std::string day;  ///< empty before the first day
    Instant now{};
    bool open = false;
    bool givesTickets = false;  ///< open, and the calendar or a command lets the kiosk give numbers now
    bool writable = true;       ///< false while the server cannot write: nothing is acknowledged
    double clockSpeed = 1;      ///< of a simulated clock, so that screens show its time
    std::optional<Instant> nextSession;  ///< when numbers are given again, if not now
    Centre centre;
    std::vector<Service> services;
    std::vector<Counter> counters;
    std::vector<Ticket> waiting;
    std::vector<Ticket> called;
    std::vector<Ticket> serving;
    std::vector<Ticket> held;
    std::vector<Ticket> missed;
    std::vector<Ticket> recent;  ///< the last calls, newest first, whatever became of them; at most 12
    int served = 0;              ///< finished today
    int waitSumS = 0;            ///< of all first calls today, with `waitCount`: the average wait
    int waitCount = 0;
    bool operator==(const Hall&) const = default;
};
BOOST_DESCRIBE_STRUCT(Hall, (),
                      (feed, seq, day, now, open, givesTickets, writable, clockSpeed, nextSession, centre,
                       services, counters, waiting, called, serving, held, missed, recent, served, waitSumS,
                       waitCount))

}  // namespace luot::protocol
