#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/json/Json.hpp"
#include "journal/Journal.hpp"
#include "server/report/Units.hpp"

/// How long people waited and were served: the figures that managers file.
namespace luot::server::report {

/// What the rows are made by.
enum class Grouping { hour, day, service, counter, clerk, unit };
BOOST_DESCRIBE_ENUM(Grouping, hour, day, service, counter, clerk, unit)

/// Of one measure, in seconds; percentiles by nearest rank. Absent without a single case.
struct Spread {
    int count = 0;
    std::optional<double> mean;
    std::optional<int> p50;
    std::optional<int> p90;
    std::optional<int> max;
};
BOOST_DESCRIBE_STRUCT(Spread, (), (count, mean, p50, p90, max))

/// `numerator` of `denominator` people were called within the target.
struct Share {
    int numerator = 0;
    int denominator = 0;
    std::optional<double> share;
};
BOOST_DESCRIBE_STRUCT(Share, (), (numerator, denominator, share))

struct Line {
    std::string key;  ///< "09", "2026-11-23", a service's id, a counter's number, a clerk or an office
    int tickets = 0;
    int served = 0;
    int noShow = 0;
    int expired = 0;
    int cancelled = 0;
    Spread waiting;  ///< first issue to first call, without the gaps between sessions
    Spread service;  ///< start to finish
    Share withinTarget;
    Spread inHouse;  ///< of those served, first issue to the end, all gaps included
};
BOOST_DESCRIBE_STRUCT(Line, (),
                      (key, tickets, served, noShow, expired, cancelled, waiting, service, withinTarget,
                       inHouse))

struct WaitingReport {
    base::Date from{};
    base::Date to{};
    Grouping by = Grouping::day;
    int targetS = 0;
    std::vector<Line> rows;
    Line total;
};
BOOST_DESCRIBE_STRUCT(WaitingReport, (), (from, to, by, targetS, rows, total))

/// What to report on.
struct Period {
    base::Date from{};
    base::Date to{};
    Grouping by = Grouping::day;
    base::Seconds target{};
    Units units{};  ///< needed by Grouping::unit alone
};

WaitingReport waitingReport(const std::vector<journal::Visit>& visits, const Period& period);

/// One line a row and the total last; RFC 4180, with a head, UTF-8 with a mark so that spreadsheets read it
/// right.
std::string csv(const WaitingReport& report);

}  // namespace luot::server::report
