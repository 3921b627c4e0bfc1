#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/json/Json.hpp"
#include "queue/event/EventCodec.hpp"
#include "server/api/HttpApi.hpp"
#include "server/hall/Halls.hpp"
#include "server/hall/Visits.hpp"
#include "server/report/FaultList.hpp"
#include "server/report/WaitingReport.hpp"

/// What HTTP reads: hall, tickets, events, reports.
namespace luot::server::api {

namespace {

using base::json::Object;
using base::json::Value;

constexpr std::size_t defaultEvents = 1000;
constexpr std::size_t maxEvents = 10'000;

net::HttpResponse json(std::string text) {
    net::HttpResponse response;
    response.body = std::move(text);
    return response;
}

Value eventValue(const journal::Row& row) {
    Object event;
    event["seq"] = row.seq;
    event["at"] = base::formatInstant(row.fact.at);
    event["actor"] = row.fact.actor;
    event["device"] = row.fact.device;
    event["name"] = row.fact.name;
    event["data"] = base::json::parse(row.fact.data).value_or(Value(Object{}));
    return event;
}

/// A whole number of the query; `otherwise` when absent, none when it is no number.
std::optional<std::int64_t> number(std::string_view query, std::string_view name, std::int64_t otherwise) {
    const auto text = net::queryValue(query, name);
    if (text.empty()) return otherwise;
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

struct Days {
    base::Date from{};
    base::Date to{};
};

/// `today` for what the query leaves out.
base::Result<Days> daysIn(std::string_view query, base::Date today) {
    Days days{today, today};
    for (const auto& [name, day] : {std::pair{"from", &days.from}, {"to", &days.to}}) {
        const auto text = net::queryValue(query, name);
        if (text.empty()) continue;
        const auto read = base::parseDate(text);
        if (!read)
            return base::fail(base::Fault::invalidInput, fmt::format("'{}': {}", name, read.error().what));
        *day = *read;
    }
    if (days.to < days.from) return base::fail(base::Fault::invalidInput, "'to' must not be before 'from'");
    return days;
}

struct ReportQuery {
    report::Period period;
    std::string format;
};

base::Result<ReportQuery> reportQuery(std::string_view query) {
    ReportQuery read;
    const auto from = base::parseDate(net::queryValue(query, "from"));
    if (!from) return base::fail(base::Fault::invalidInput, "'from': " + from.error().what);
    const auto to = base::parseDate(net::queryValue(query, "to"));
    if (!to) return base::fail(base::Fault::invalidInput, "'to': " + to.error().what);
    if (*to < *from) return base::fail(base::Fault::invalidInput, "'to' must not be before 'from'");
    const auto by = net::queryValue(query, "by");
    const auto grouping = base::json::decode<report::Grouping>(Value(by.empty() ? "day" : by), {{}, "by"});
    if (!grouping) return tl::unexpected(grouping.error());
    read.format = net::queryValue(query, "format");
    if (!read.format.empty() && read.format != "json" && read.format != "csv")
        return base::fail(base::Fault::invalidInput, "'format' must be json or csv");
    read.period = {*from, *to, *grouping, {}, {}};
    return read;
}

/// Whoever is still in the hall counts too: waiting is no reason to be left out of the figures.
void addPresent(std::vector<journal::Visit>& visits, const queue::Hall& hall, const report::Period& period) {
    for (const auto& [id, ticket] : hall.tickets) {
        const auto day = base::dateOf(ticket.issuedAt);
        if (ticket.state != queue::TicketState::noShow && period.from <= day && day <= period.to)
            visits.push_back(hall::visitOf(ticket, {}));
    }
}

}  // namespace

boost::asio::awaitable<net::HttpResponse> HttpApi::reading(net::HttpRequest request, Segments path) {
    const auto caller = co_await parts_.gate.identify(std::string(auth::bearerSecret(request.authorization)));
    if (!caller) co_return failed(caller.error());
    if (request.method != "GET") co_return failed(405, "method_not_allowed", request.method);
    const bool report = path[0] == "reports" || path[0] == "faults";
    if (!auth::may(caller->role, report ? auth::Right::reports : auth::Right::read))
        co_return failed(403, "no_permission", auth::name(caller->role));
    if (path[0] == "hall" && path.size() == 1)
        co_return json(base::json::encodeText(
            wireHall(parts_.pump.standing(), parts_.answers.surroundings(parts_.pump.now()))));
    if (path[0] == "tickets" && path.size() == 2) co_return co_await ticket(path[1]);
    if (path[0] == "appointments" && path.size() == 1) co_return appointments();
    if (path[0] == "events" && path.size() == 1) co_return co_await events(std::move(request.query));
    if (path[0] == "faults" && path.size() == 1) co_return co_await faults(std::move(request.query));
    if (report && path.size() == 2 && path[1] == "waiting")
        co_return co_await waitingReport(std::move(request.query));
    co_return failed(404, "not_found", request.path);
}

boost::asio::awaitable<net::HttpResponse> HttpApi::ticket(std::string id) {
    auto readHistory = [&journal = parts_.journal, id] { return journal.history(id); };
    auto rows = co_await parts_.database.run(std::move(readHistory));
    if (!rows) co_return unreadable(rows.error());
    if (rows->empty()) co_return failed(404, "unknown_ticket", id);
    const auto& hall = parts_.pump.standing().hall;
    const auto now = parts_.pump.now();
    Value wire;
    if (const auto* present = hall.ticket(id)) {
        wire = base::json::encode(wireTicket(*present, hall, now));
    } else {
        const auto event = hall::eventOf(rows->back());
        if (!event) co_return unreadable(event.error());
        if (const auto* past = queue::ticketOf(*event))
            wire = base::json::encode(wireTicket(*past, hall, now));
    }
    boost::json::array history;
    for (const auto& row : *rows) history.push_back(eventValue(row));
    wire.as_object()["history"] = std::move(history);
    co_return json(base::json::serialize(wire));
}

/// Those of the day that is open, or of today.
net::HttpResponse HttpApi::appointments() const {
    const auto& hall = parts_.pump.standing().hall;
    std::vector<queue::Appointment> today;
    for (const auto& [id, appointment] : hall.appointments)
        if (base::dateOf(appointment.slot) == hall.dateAt(parts_.pump.now())) today.push_back(appointment);
    std::stable_sort(today.begin(), today.end(),
                     [](const auto& one, const auto& other) { return one.slot < other.slot; });
    return json(R"({"appointments":)" + base::json::encodeText(today) + '}');
}

boost::asio::awaitable<net::HttpResponse> HttpApi::events(std::string query) {
    const auto since = number(query, "since", 0);
    const auto limit = number(query, "limit", defaultEvents);
    if (!since) co_return wrong("'since' must be a sequence number");
    if (!limit || *limit == 0) co_return wrong("'limit' must be a whole number from 1");
    const auto most = std::min<std::size_t>(static_cast<std::size_t>(*limit), maxEvents);
    auto readRows = [&journal = parts_.journal, since = *since, most] { return journal.read(since, most); };
    auto rows = co_await parts_.database.run(std::move(readRows));
    if (!rows) co_return unreadable(rows.error());
    Object answer;
    answer["feed"] = parts_.journal.identity().feed;
    boost::json::array list;
    for (const auto& row : *rows) list.push_back(eventValue(row));
    answer["events"] = std::move(list);
    answer["last"] = parts_.pump.standing().seq;
    co_return json(base::json::serialize(answer));
}

boost::asio::awaitable<net::HttpResponse> HttpApi::faults(std::string query) {
    const auto now = parts_.pump.now();
    const auto days = daysIn(query, base::dateOf(now));
    if (!days) co_return wrong(days.error().what);
    const auto from = base::instantAt(days->from, {}) - report::longestFault;
    auto readRows = [&journal = parts_.journal, from, now] { return journal.incidents(from, now); };
    auto rows = co_await parts_.database.run(std::move(readRows));
    if (!rows) co_return unreadable(rows.error());
    auto all = report::faultsIn(*rows);
    const auto& failure = parts_.pump.lastFailure();
    if (failure && !parts_.pump.writable())
        all.push_back({"storage", std::nullopt, failure->what, failure->since, std::nullopt, std::nullopt});
    co_return json(R"({"faults":)" +
                   base::json::encodeText(report::within(std::move(all), days->from, days->to)) + '}');
}

boost::asio::awaitable<net::HttpResponse> HttpApi::waitingReport(std::string query) {
    auto read = reportQuery(query);
    if (!read) co_return wrong(read.error().what);
    auto& period = read->period;
    auto readVisits = [&journal = parts_.journal, period] { return journal.visits(period.from, period.to); };
    auto visits = co_await parts_.database.run(std::move(readVisits));
    if (!visits) co_return unreadable(visits.error());
    const auto& hall = parts_.pump.standing().hall;
    period.target = hall.rules.targets.target;
    period.units = report::Units(hall.rules);
    addPresent(*visits, hall, period);
    const auto report = report::waitingReport(*visits, period);
    if (read->format != "csv") co_return json(base::json::encodeText(report));
    co_return net::HttpResponse{200,
                                "text/csv; charset=utf-8",
                                report::csv(report),
                                {{"Content-Disposition", "attachment; filename=waiting.csv"}}};
}

}  // namespace luot::server::api
