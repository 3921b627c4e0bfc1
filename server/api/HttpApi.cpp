#include "server/api/HttpApi.hpp"

#include <algorithm>
#include <charconv>

#include "base/Log.hpp"
#include "base/json/Json.hpp"
#include "server/api/arguments/AppointmentList.hpp"

namespace luot::server::api {

namespace {

constexpr std::size_t maxKey = 64;

std::vector<std::string> segmentsOf(std::string_view path) {
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto end = std::min(path.find('/'), path.size());
        segments.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

/// Under /api/v1 and long enough to name something.
bool inApi(const std::vector<std::string>& path) {
    return path.size() >= 3 && path[0] == "api" && path[1] == "v1";
}

boost::asio::awaitable<net::HttpResponse> ready(net::HttpResponse response) { co_return response; }

bool validKey(const std::string& key) {
    return key.size() <= maxKey &&
           std::all_of(key.begin(), key.end(), [](unsigned char c) { return c >= 0x20 && c < 0x7f; });
}

}  // namespace

boost::asio::awaitable<net::HttpResponse> HttpApi::answer(net::HttpRequest request) {
    auto path = segmentsOf(request.path);
    if (!inApi(path)) return ready(open(request, path));
    path.erase(path.begin(), path.begin() + 2);
    if (request.method == "POST") return command(std::move(request), std::move(path));
    return reading(std::move(request), std::move(path));
}

/// What needs no token.
net::HttpResponse HttpApi::open(const net::HttpRequest& request, const Segments& path) const {
    const auto known =
        path.size() == 1 && (path[0] == "healthz" || path[0] == "readyz" || path[0] == "metrics");
    const auto page = path.size() == 2 && path[0] == "t";
    if (!known && !page) return failed(404, "not_found", request.path);
    if (request.method != "GET" && request.method != "HEAD")
        return failed(405, "method_not_allowed", request.method);
    if (page) return trackingPage(request, path[1]);
    if (path[0] == "metrics") return {200, "text/plain; version=0.0.4; charset=utf-8", parts_.metrics(), {}};
    if (path[0] == "readyz" && !parts_.pump.writable()) return failed(503, "storage_unavailable");
    return {200, "text/plain; charset=utf-8", "ok\n", {}};
}

net::HttpResponse HttpApi::trackingPage(const net::HttpRequest& request, const std::string& secret) const {
    const auto language = pages::preferredLanguage(request.acceptLanguage);
    const auto& hall = parts_.pump.standing().hall;
    net::HttpResponse response{200, "text/html; charset=utf-8", {}, {{"Cache-Control", "no-store"}}};
    const auto* id = parts_.tracking.ticketOf(secret);
    const auto ticket = id ? pages::tracked(hall, *id, language, parts_.pump.now()) : std::nullopt;
    if (!ticket) {
        response.status = 404;
        response.body = pages::unknownTicketPage(parts_.wording, language);
        return response;
    }
    const auto& centre = language == "en" ? hall.rules.centre.nameEn : hall.rules.centre.nameVi;
    response.body = pages::trackingPage(parts_.wording, language, *ticket, centre);
    return response;
}

boost::asio::awaitable<net::HttpResponse> HttpApi::command(net::HttpRequest request, Segments path) {
    auto caller = co_await parts_.gate.identify(std::string(auth::bearerSecret(request.authorization)));
    if (!caller) co_return failed(caller.error());
    auto given = requested(request, path);
    if (!given) co_return failed(given.error());
    given->caller = std::move(*caller);
    auto outcome = co_await parts_.gate.carryOut(std::move(*given));
    if (outcome.problem) co_return failed(*outcome.problem);
    net::HttpResponse response;
    response.status = outcome.status;
    if (outcome.body) response.body = *outcome.body;
    co_return response;
}

/// The command that the path and the body ask for.
base::Result<Request, protocol::Problem> HttpApi::requested(const net::HttpRequest& request,
                                                            const Segments& path) const {
    const auto& problems = parts_.gate.problems();
    Request given;
    given.row = commandAt(path);
    if (!given.row) return tl::unexpected(problems.problem(404, "not_found", request.path));
    if (!validKey(request.idempotencyKey))
        return tl::unexpected(
            problems.wrongField("'Idempotency-Key' must have 1 to 64 printable characters"));
    if (auto read = readBody(request.body, given); !read) return tl::unexpected(read.error());
    if (const auto* id = inPath(*given.row, "{id}", path)) given.arguments["ticket"] = *id;
    if (const auto* number = inPath(*given.row, "{n}", path)) {
        int counter = 0;
        const auto* end = number->data() + number->size();
        const auto read = std::from_chars(number->data(), end, counter);
        if (read.ec != std::errc{} || read.ptr != end)
            return tl::unexpected(problems.problem(404, "unknown_counter", *number));
        given.arguments["counter"] = counter;
    }
    given.key = request.idempotencyKey;
    given.content = request.path + '\n' + request.body;
    return given;
}

base::Result<void, protocol::Problem> HttpApi::readBody(const std::string& text, Request& given) const {
    const auto& problems = parts_.gate.problems();
    if (text.empty()) return {};
    const auto first = text.find_first_not_of(" \t\r\n");
    const bool mayBeJson = first != std::string::npos && (text[first] == '{' || text[first] == '[');
    if (given.row->scope == Scope::appointments && !mayBeJson) {
        auto list = arguments::appointmentList(text);
        if (!list) return tl::unexpected(problems.wrongField(list.error().what));
        given.arguments = std::move(*list);
        given.places = ListPlaces::lines;
        return {};
    }
    auto body = base::json::parse(text);
    if (!body) return tl::unexpected(problems.problem(400, "malformed_json", body.error().what));
    if (!body->is_object()) return tl::unexpected(problems.wrongField("the body must be an object"));
    given.arguments = std::move(body->get_object());
    return {};
}

net::HttpResponse HttpApi::failed(int status, std::string_view code, std::string_view subject) const {
    return failed(parts_.gate.problems().problem(status, code, subject));
}

net::HttpResponse HttpApi::failed(const protocol::Problem& problem) const {
    net::HttpResponse response{
        problem.status, "application/problem+json", base::json::encodeText(problem), {}};
    if (problem.status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer");
    if (problem.status == 503) response.headers.emplace_back("Retry-After", "1");
    return response;
}

net::HttpResponse HttpApi::wrong(std::string sentence) const {
    return failed(parts_.gate.problems().wrongField(std::move(sentence)));
}

net::HttpResponse HttpApi::unreadable(const base::Error& error) const {
    base::logError("the journal cannot be read: {}", error.what);
    return failed(503, "storage_unavailable");
}

}  // namespace luot::server::api
