#include "server/api/Problems.hpp"

#include "base/Wording.hpp"

namespace luot::server::api {

namespace {

/// The HTTP status of the contract: 404 for what does not exist, 409 when the state forbids it.
int statusOf(queue::RefusalCode code) {
    switch (code) {
        case queue::RefusalCode::unknownService:
        case queue::RefusalCode::unknownCounter:
        case queue::RefusalCode::unknownTicket:
        case queue::RefusalCode::unknownAppointment:
            return 404;
        case queue::RefusalCode::badArgument:
        case queue::RefusalCode::namedTwice:
            return 400;
        default:
            return 409;
    }
}

std::string_view titleOf(int status) {
    switch (status) {
        case 400:
            return "Bad request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not found";
        case 405:
            return "Method not allowed";
        case 409:
            return "Conflict";
        case 422:
            return "Unprocessable content";
        case 429:
            return "Too many requests";
        case 503:
            return "Service unavailable";
        default:
            return "Internal error";
    }
}

}  // namespace

protocol::Problem Problems::refusal(const queue::Refusal& refusal) const {
    const std::string code = base::json::snakeCase(boost::describe::enum_to_string(refusal.code, ""));
    auto document = problem(statusOf(refusal.code), code, refusal.subject);
    // Some details have a sentence of their own; where the refusal knows more, such as the next opening,
    // there is one that says it.
    auto key = "refusal." + code;
    for (const auto& fuller : {key + '_' + refusal.detail, key + "_known"})
        if (!refusal.detail.empty() && wording_.has("en", fuller)) {
            key = fuller;
            break;
        }
    fill(document, key, refusal.subject, refusal.detail);
    return document;
}

protocol::Problem Problems::wrongField(std::string sentence) const {
    auto document = problem(400, "wrong_field");
    document.detail = std::move(sentence);
    document.detailVi.reset();
    return document;
}

void Problems::putPlace(protocol::Problem& problem, std::string_view key, const std::string& place) const {
    problem.detail = wording_.text("en", key, {{"place", place}}) + ' ' + problem.detail;
    if (problem.detailVi)
        problem.detailVi = wording_.text("vi", key, {{"place", place}}) + ' ' + *problem.detailVi;
}

protocol::Problem Problems::problem(int status, std::string_view code, std::string_view subject) const {
    protocol::Problem document;
    document.title = titleOf(status);
    document.status = status;
    document.code = code;
    for (const auto& key : {"problem." + document.code, "refusal." + document.code})
        if (wording_.has("en", key)) {
            fill(document, key, subject, subject);
            break;
        }
    return document;
}

/// A state's name, or a moment as people write it.
std::string Problems::inWords(std::string_view language, std::string_view detail) const {
    if (const auto state = "state." + std::string(detail); wording_.has(language, state))
        return wording_.text(language, state);
    const auto moment = base::parseInstant(detail);
    if (!moment) return std::string(detail);
    const auto date = base::formatDate(base::dateOf(*moment));  // 2026-11-23
    return base::formatClock(*moment).substr(0, 5) + ' ' + date.substr(8) + '/' + date.substr(5, 2) + '/' +
           date.substr(0, 4);
}

void Problems::fill(protocol::Problem& document, std::string_view key, std::string_view subject,
                    std::string_view detail) const {
    const auto in = [&](std::string_view language) {
        const auto words = inWords(language, detail);
        return wording_.text(language, key, {{"subject", subject}, {"detail", words}});
    };
    document.detail = in("en");
    document.detailVi = in("vi");
}

}  // namespace luot::server::api
