#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/Centre.hpp"
#include "protocol/Ticket.hpp"

/// The wire's picture of a hall, as the public contract describes it; clients build their screens from it.
namespace luot::protocol {

struct Counter {
    int number = 0;
    std::string label;  ///< Vietnamese
    std::string labelEn;
    std::string zone;
    std::string state;  ///< closed, open, paused
    std::optional<std::string> clerk;
    std::optional<std::string> ticket;  ///< id of the called or serving ticket
    std::vector<std::string> services;  ///< by rank; those that the clerk who is there may serve
    std::optional<std::string> pauseReason;
    bool callingServes = false;    ///< calling the next means that the called one was served
    std::string priority = "yes";  ///< takes priority tickets: yes, no, only
    std::optional<std::string> unit = std::nullopt;
    /// Whatever it serves with any clerk, where the one who is there may serve less.
    std::optional<std::vector<std::string>> allServices = std::nullopt;

    bool operator==(const Counter&) const = default;
    static bool mayMiss(std::string_view name) { return name == "calling_serves" || name == "priority"; }
};
BOOST_DESCRIBE_STRUCT(Counter, (),
                      (number, label, labelEn, zone, state, clerk, ticket, services, pauseReason,
                       callingServes, priority, unit, allServices))

struct Service {
    std::string id;
    std::string prefix;
    std::string labelVi;
    std::string labelEn;
    int kioskOrder = 0;
    int waiting = 0;
    std::vector<int> counters;
    bool open = true;                                 ///< gives tickets now
    std::optional<Instant> opensAt = std::nullopt;    ///< when it gives them again, if not now
    std::optional<int> bulkFrom = std::nullopt;       ///< dossiers that make a ticket a bulk one
    std::optional<Estimate> estimate = std::nullopt;  ///< for somebody who takes a normal ticket now

    bool operator==(const Service&) const = default;
    static bool mayMiss(std::string_view name) { return name == "open"; }
};
BOOST_DESCRIBE_STRUCT(Service, (),
                      (id, prefix, labelVi, labelEn, kioskOrder, waiting, counters, open, opensAt, bulkFrom,
                       estimate))

/// Something that the head should see now.
struct Alert {
    std::string code;                   ///< held_too_long, service_unserved, printer_fault, series_refused
    std::optional<std::string> ticket;  ///< its number
    std::optional<std::string> service;
    std::optional<int> counter;
    std::optional<std::string> device = std::nullopt;
    std::optional<std::string> fault = std::nullopt;  ///< of a printer: paper_end and so on
    bool operator==(const Alert&) const = default;
};
BOOST_DESCRIBE_STRUCT(Alert, (), (code, ticket, service, counter, device, fault))

/// People who were told to make ready for a counter or to come into a part of the hall, and wait still.
struct Prepared {
    std::vector<std::string> numbers;
    std::optional<int> counter;
    std::optional<std::string> zone;
    bool operator==(const Prepared&) const = default;
};
BOOST_DESCRIBE_STRUCT(Prepared, (), (numbers, counter, zone))

/// The wall clock was set today: times before and after do not fit together.
struct ClockFault {
    double jumpS = 0;
    Instant at{};
    bool operator==(const ClockFault&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClockFault, (), (jumpS, at))

/// The server came back although it had not ended in order: after a power cut, as a rule.
struct Restart {
    int waiting = 0;  ///< numbers that were restored
    Instant at{};
    bool operator==(const Restart&) const = default;
};
BOOST_DESCRIBE_STRUCT(Restart, (), (waiting, at))
/// So long it is news.
constexpr base::Minutes restartIsNewsFor{5};

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
    std::vector<Clerk> clerks = {};  ///< whom the centre names
    std::vector<Alert> alerts = {};
    std::vector<Prepared> prepared = {};  ///< newest first, one of each counter and zone
    std::optional<ClockFault> clockFault = std::nullopt;
    std::optional<Restart> restart = std::nullopt;  ///< the day's last

    bool operator==(const Hall&) const = default;
    static bool mayMiss(std::string_view name) {
        return name == "clerks" || name == "alerts" || name == "prepared";
    }
};
BOOST_DESCRIBE_STRUCT(Hall, (),
                      (feed, seq, day, now, open, givesTickets, writable, clockSpeed, nextSession, centre,
                       services, counters, waiting, called, serving, held, missed, recent, served, waitSumS,
                       waitCount, clerks, alerts, prepared, clockFault, restart))

}  // namespace luot::protocol
