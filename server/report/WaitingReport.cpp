#include "server/report/WaitingReport.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace luot::server::report {

namespace {

using journal::Visit;

/// Never negative: the clock may have been set back between the two.
int secondsBetween(base::Instant from, base::Instant to) {
    return std::max(0, static_cast<int>(std::chrono::duration_cast<base::Seconds>(to - from).count()));
}

std::string keyOf(const Visit& visit, const Period& period) {
    switch (period.by) {
        case Grouping::hour:
            return base::formatClock(visit.issuedAt).substr(0, 2);
        case Grouping::day:
            return base::formatDate(visit.day);
        case Grouping::service:
            return visit.service;
        case Grouping::counter:
            return visit.counter ? fmt::format("{:02}", *visit.counter) : "";
        case Grouping::clerk:
            return visit.clerk;
        case Grouping::unit:
            return period.units.of(visit);
    }
    return {};
}

/// Nearest rank: the smallest value that at least `percent` of all do not exceed.
int percentile(const std::vector<int>& sorted, std::size_t percent) {
    const auto rank = (sorted.size() * percent + 99) / 100;
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

Spread spreadOf(std::vector<int> values) {
    Spread spread;
    spread.count = static_cast<int>(values.size());
    if (values.empty()) return spread;
    std::sort(values.begin(), values.end());
    const auto sum = std::accumulate(values.begin(), values.end(), std::int64_t{0});
    spread.mean = static_cast<double>(sum * 10 / static_cast<std::int64_t>(values.size())) / 10.0;
    spread.p50 = percentile(values, 50);
    spread.p90 = percentile(values, 90);
    spread.max = values.back();
    return spread;
}

/// Journals of the first format do not say what counts.
int waitOf(const Visit& visit) {
    return visit.waitedS ? *visit.waitedS : secondsBetween(visit.issuedAt, *visit.calledAt);
}

/// Gathers the visits of one line.
struct Tally {
    Line line;
    std::vector<int> waits;
    std::vector<int> services;
    std::vector<int> stays;

    void add(const Visit& visit) {
        ++line.tickets;
        line.served += visit.state == "finished";
        line.noShow += visit.state == "no_show";
        line.expired += visit.state == "expired";
        line.cancelled += visit.state == "cancelled";
        if (visit.calledAt) waits.push_back(waitOf(visit));
        if (visit.state != "finished" || !visit.startedAt) return;
        stays.push_back(secondsBetween(visit.issuedAt, visit.endedAt));
        services.push_back(secondsBetween(*visit.startedAt, visit.endedAt));
    }

    Line finish(std::string key, base::Seconds target) {
        line.key = std::move(key);
        auto& share = line.withinTarget;
        share.denominator = static_cast<int>(waits.size());
        share.numerator = static_cast<int>(std::count_if(
            waits.begin(), waits.end(), [&](int wait) { return base::Seconds(wait) <= target; }));
        if (share.denominator > 0) share.share = static_cast<double>(share.numerator) / share.denominator;
        line.waiting = spreadOf(std::move(waits));
        line.service = spreadOf(std::move(services));
        line.inHouse = spreadOf(std::move(stays));
        return std::move(line);
    }
};

std::string inQuotes(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string result = "\"";
    for (const char c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + '"';
}

template <class T>
std::string cell(const std::optional<T>& value) {
    return value ? fmt::format("{}", *value) : std::string();
}

void appendSpread(std::string& text, const Spread& spread) {
    text +=
        fmt::format(",{},{},{},{}", cell(spread.mean), cell(spread.p50), cell(spread.p90), cell(spread.max));
}

void appendLine(std::string& text, const Line& line) {
    text += fmt::format("{},{},{},{},{},{}", inQuotes(line.key), line.tickets, line.served, line.noShow,
                        line.expired, line.cancelled);
    appendSpread(text, line.waiting);
    appendSpread(text, line.service);
    const auto& share = line.withinTarget;
    text += fmt::format(",{},{},{},{},{}\r\n", share.numerator, share.denominator,
                        share.share ? fmt::format("{:.4f}", *share.share) : std::string(),
                        cell(line.inHouse.mean), cell(line.inHouse.p90));
}

}  // namespace

WaitingReport waitingReport(const std::vector<Visit>& visits, const Period& period) {
    std::map<std::string, Tally> tallies;
    Tally all;
    for (const auto& visit : visits) {
        tallies[keyOf(visit, period)].add(visit);
        all.add(visit);
    }
    WaitingReport report{period.from, period.to, period.by, static_cast<int>(period.target.count()), {}, {}};
    for (auto& [key, tally] : tallies) report.rows.push_back(tally.finish(key, period.target));
    report.total = all.finish("total", period.target);
    return report;
}

std::string csv(const WaitingReport& report) {
    std::string text = "\xEF\xBB\xBF";
    text += fmt::format(
        "{},tickets,served,no_show,expired,cancelled,wait_mean_s,wait_p50_s,wait_p90_s,wait_max_s,",
        boost::describe::enum_to_string(report.by, ""));
    text +=
        "service_mean_s,service_p50_s,service_p90_s,service_max_s,within_target,called,share_within_"
        "target,in_house_mean_s,in_house_p90_s\r\n";
    for (const auto& line : report.rows) appendLine(text, line);
    appendLine(text, report.total);
    return text;
}

}  // namespace luot::server::report
