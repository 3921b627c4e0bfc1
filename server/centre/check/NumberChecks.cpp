#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "server/centre/RulesOf.hpp"
#include "server/centre/check/Checks.hpp"

/// No two people may be called by what looks or sounds like the same number.
namespace luot::server::centre::check {

namespace {

/// A prefix where it is written, and the series whose numbers it begins.
struct WrittenPrefix {
    std::string path;
    std::string prefix;
    std::string series;
};

bool isDigits(const std::string& prefix) {
    return std::all_of(prefix.begin(), prefix.end(), [](char c) { return '0' <= c && c <= '9'; });
}

bool isLetters(const std::string& prefix) {
    return std::all_of(prefix.begin(), prefix.end(), [](char c) { return 'A' <= c && c <= 'Z'; });
}

std::vector<WrittenPrefix> writtenPrefixes(const Description& description) {
    std::vector<WrittenPrefix> all;
    const auto add = [&](std::string path, const std::string& prefix, std::string series) {
        if (!prefix.empty()) all.push_back({std::move(path), prefix, std::move(series)});
    };
    for (std::size_t i = 0; i < description.services.size(); ++i) {
        const auto& place = description.services[i];
        const auto id = numbersOf(place, description).id;
        add(fmt::format("services[{}].prefix", i), place.prefix, id.empty() ? "of " + place.id : id);
    }
    for (std::size_t i = 0; i < description.series.size(); ++i)
        add(fmt::format("series[{}].prefix", i), description.series[i].prefix, description.series[i].id);
    for (std::size_t i = 0; i < description.priority.lanes.size(); ++i)
        add(fmt::format("priority.lanes[{}].prefix", i), description.priority.lanes[i].prefix, "bulk");
    return all;
}

void checkForm(const Document& document, const WrittenPrefix& written, Complaints& complaints) {
    constexpr std::size_t longest = 2;
    const auto& prefix = written.prefix;
    if (prefix.size() > longest || (!isDigits(prefix) && !isLetters(prefix)))
        complaints.push_back(document.complaint(
            written.path, fmt::format("'{}' must be one or two letters A to Z, or digits", prefix)));
}

/// Series of different ids never share a prefix; one series may stand under several services.
void checkClashes(const Document& document, const std::vector<WrittenPrefix>& all, Complaints& complaints) {
    std::map<std::string, const WrittenPrefix*> first;
    for (const auto& written : all) {
        const auto [found, fresh] = first.emplace(written.prefix, &written);
        if (fresh || found->second->series == written.series) continue;
        complaints.push_back(document.complaint(
            written.path, fmt::format("'{}' stands already in line {}; give another one", written.prefix,
                                      document.lineOf(found->second->path))));
    }
}

/// 1045 is A045 where letters are hard to hear: all prefixes are then digits, and of one length.
void checkKinds(const Document& document, const std::vector<WrittenPrefix>& all, Complaints& complaints) {
    const auto isOfDigits = [](const auto& written) { return isDigits(written.prefix); };
    const auto digits = std::find_if(all.begin(), all.end(), isOfDigits);
    if (digits == all.end()) return;
    for (const auto& written : all) {
        const int line = document.lineOf(digits->path);
        if (!isOfDigits(written))
            complaints.push_back(document.complaint(
                written.path, fmt::format("'{}' is no digit, but '{}' in line {} is; use one kind for all",
                                          written.prefix, digits->prefix, line)));
        else if (written.prefix.size() != digits->prefix.size())
            complaints.push_back(document.complaint(
                written.path, fmt::format("'{}' and '{}' in line {} differ in length, so their numbers could "
                                          "read alike; make them equally long",
                                          written.prefix, digits->prefix, line)));
    }
}

/// What a series must fulfil, and where its end is written.
void checkSeries(const Document& document, const queue::NumberSeries& series, const std::string& lastAt,
                 Complaints& complaints) {
    const auto complain = [&](std::string what) {
        complainOnce(document, lastAt, std::move(what), complaints);
    };
    if (series.last && *series.last < series.first)
        complain(
            fmt::format("the series ends with {} before its first number {}", *series.last, series.first));
    if (series.wraps && !series.last)
        complain("is missing; a series that begins again (wrap) needs its last number");
    const int fitting = static_cast<int>(std::pow(10, series.digits)) - 1;
    const bool ofDigits = !series.prefix.empty() && isDigits(series.prefix);
    if (ofDigits && series.last.value_or(fitting + 1) > fitting)
        complain(
            fmt::format("must be at most {} where prefixes are digits: one digit more would make another "
                        "number of it",
                        fitting));
}

/// Where the end of that service's numbers is written, or would best be.
std::string lastAt(const Description& description, std::size_t service) {
    const auto& place = description.services[service];
    const bool common = description.ticketing.lastNumber.has_value();
    for (std::size_t i = 0; i < description.series.size(); ++i)
        if (description.series[i].id == place.series && (description.series[i].last || !common))
            return fmt::format("series[{}].last", i);
    return place.lastNumber ? fmt::format("services[{}].last_number", service)
                            : std::string("ticketing.last_number");
}

/// What a service says of its numbers although it shares them.
void checkShared(const Document& document, const Description& description, std::size_t service,
                 Complaints& complaints) {
    const auto& place = description.services[service];
    const auto shared = numbersOf(place, description);
    if (shared.id.empty()) return;
    const auto path = fmt::format("services[{}].", service);
    const std::pair<const char*, bool> own[] = {
        {"prefix", !place.prefix.empty() && shared.prefix != place.prefix},
        {"first_number", place.firstNumber.has_value()},
        {"last_number", place.lastNumber.has_value()},
        {"digits", place.digits.has_value()}};
    for (const auto& [key, written] : own)
        if (written)
            complaints.push_back(document.complaint(
                path + key, fmt::format("the series '{}' says it already; delete it here", shared.id)));
}

void checkSeriesIds(const Document& document, const Description& description, Complaints& complaints) {
    for (std::size_t i = 0; i < description.series.size(); ++i) {
        const auto& id = description.series[i].id;
        const bool taken = id == "bulk" || id == "shared" ||
                           std::any_of(description.services.begin(), description.services.end(),
                                       [&](const auto& place) { return place.id == id; });
        if (taken)
            complaints.push_back(document.complaint(
                fmt::format("series[{}].id", i),
                fmt::format("'{}' is the name of a service or lane too; give another one", id)));
    }
}

}  // namespace

void checkNumbers(const Document& document, const Description& description, Complaints& complaints) {
    const auto prefixes = writtenPrefixes(description);
    for (const auto& written : prefixes) checkForm(document, written, complaints);
    checkClashes(document, prefixes, complaints);
    checkKinds(document, prefixes, complaints);
    checkSeriesIds(document, description, complaints);
    for (std::size_t i = 0; i < description.services.size(); ++i) {
        const auto series = numbersOf(description.services[i], description);
        if (series.prefix.empty() && !description.services[i].id.empty())
            complaints.push_back(
                document.complaint(fmt::format("services[{}].prefix", i), "is missing; add it"));
        checkShared(document, description, i, complaints);
        checkSeries(document, series, lastAt(description, i), complaints);
    }
    if (const auto bulk = bulkNumbersOf(description); !bulk.prefix.empty())
        checkSeries(document, bulk, "ticketing.last_number", complaints);
}

}  // namespace luot::server::centre::check
