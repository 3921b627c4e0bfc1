#include "server/api/Gate.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>

#include "base/Hash.hpp"
#include "server/api/arguments/AppointmentList.hpp"
#include "server/api/wire/Alone.hpp"

namespace luot::server::api {

namespace {

/// Strangers with invented secrets must not keep the disk busy.
constexpr std::chrono::milliseconds pauseAfterRead{20};
/// More wrong elements of a list than these help nobody.
constexpr std::size_t maxTold = 20;

PlaceWords wordsFor(const queue::Command& command, ListPlaces places) {
    if (std::holds_alternative<queue::ChangeMap>(command)) return {"problem.row", 0};
    if (places == ListPlaces::lines) return {"problem.line", arguments::lineOfAppointment(0)};
    return {"problem.member", 0};
}

/// The code of the problem, in the words of the contract.
constexpr std::string_view seriesTaken = "series_taken";

/// What is recorded if a kiosk does not get the series that it asks for; none: it asks for none.
std::optional<hall::Submission> noteOfRefusal(const hall::Submission& submission) {
    const auto* asked = std::get_if<queue::BeginSeries>(&submission.command);
    if (!asked) return std::nullopt;
    hall::Submission note;
    note.origin = submission.origin;
    note.origin.key.clear();
    note.command = queue::RecordSeriesRefusal{asked->device, asked->digit};
    return note;
}

boost::asio::awaitable<hall::Outcome> refused(protocol::Problem problem) {
    hall::Outcome outcome;
    outcome.status = problem.status;
    outcome.problem = std::move(problem);
    co_return outcome;
}

}  // namespace

boost::asio::awaitable<base::Result<auth::Caller, protocol::Problem>> Gate::identify(std::string secret) {
    const auto refuse = [this](int status, std::string_view code) {
        return tl::unexpected(parts_.problems.problem(status, code));
    };
    if (secret.empty()) co_return refuse(401, "no_token");
    const auto* caller = tokens_.find(secret);
    if (!caller) {
        // It may have been made a moment ago beside the running server.
        co_await lookUp();
        caller = tokens_.find(secret);
    }
    if (!caller) co_return refuse(401, "unknown_token");
    if (!rate_.take(caller->tokenId, realTime_.now())) co_return refuse(429, "rate_limited");
    co_return *caller;
}

/// Until a reading of the tokens that began after the call has ended: one for all who wait.
boost::asio::awaitable<void> Gate::lookUp() {
    const auto wanted = readsBegun_ + 1;
    while (readsDone_ < wanted) {
        if (readsBegun_ == readsDone_) {
            co_await readTokens();
            continue;
        }
        auto ignoreCancel = boost::asio::as_tuple(boost::asio::use_awaitable);
        co_await read_.async_wait(ignoreCancel);
    }
}

boost::asio::awaitable<void> Gate::readTokens() {
    ++readsBegun_;
    auto read = [&journal = parts_.journal] { return journal.tokens(); };
    auto tokens = co_await parts_.database.run(std::move(read));
    if (tokens) tokens_.replace(*tokens);
    boost::asio::steady_timer pause(parts_.executor, pauseAfterRead);
    auto ignoreCancel = boost::asio::as_tuple(boost::asio::use_awaitable);
    co_await pause.async_wait(ignoreCancel);
    readsDone_ = readsBegun_;
    read_.cancel();
}

boost::asio::awaitable<hall::Outcome> Gate::carryOut(Request request) {
    auto submission = submissionOf(std::move(request));
    if (!submission) return refused(std::move(submission.error()));
    if (auto note = noteOfRefusal(*submission)) return submit(std::move(*submission), std::move(*note));
    return parts_.pump.submit(std::move(*submission));
}

base::Result<hall::Submission, protocol::Problem> Gate::submissionOf(Request request) {
    const auto& problems = parts_.problems;
    if (!auth::may(request.caller.role, request.row->right))
        return tl::unexpected(problems.problem(403, "no_permission", auth::name(request.caller.role)));
    auto command = request.row->parse(request.arguments);
    if (!command) return tl::unexpected(problems.wrongField(command.error().what));
    if (request.row->scope == Scope::merge && !wire::isOurs(request.arguments, *parts_.answers.seal))
        return tl::unexpected(problems.wrongField("'signature' is not this server's for that series"));
    fillIn(request.caller, *command);

    hall::Submission submission;
    submission.origin = {request.caller.name, std::string(auth::name(request.caller.role)),
                         request.caller.tokenId, request.key,
                         request.key.empty() ? "" : base::hex(base::sha256(request.content))};
    submission.authorize =
        [this, caller = std::move(request.caller), row = request.row, places = request.places](
            const queue::Command& given, const queue::Hall& hall) -> std::optional<protocol::Problem> {
        if (!allowed(caller, *row, given, hall))
            return parts_.problems.problem(403, "no_permission", auth::name(caller.role));
        if (const auto wrong = queue::wrongElements(hall, given, parts_.pump.now()); !wrong.empty())
            return wrongInList(wrong, wordsFor(given, places));
        return std::nullopt;
    };
    submission.describe = describing(*request.row, parts_.answers);
    submission.command = std::move(*command);
    return submission;
}

boost::asio::awaitable<hall::Outcome> Gate::submit(hall::Submission submission, hall::Submission note) {
    auto outcome = co_await parts_.pump.submit(std::move(submission));
    if (outcome.problem && outcome.problem->code == seriesTaken) co_await parts_.pump.submit(std::move(note));
    co_return outcome;
}

/// Everything that cannot be taken with its place in the list: all is corrected at once.
protocol::Problem Gate::wrongInList(const std::vector<queue::WrongElement>& wrong,
                                    const PlaceWords& words) const {
    std::optional<protocol::Problem> told;
    for (std::size_t i = 0; i < std::min(wrong.size(), maxTold); ++i) {
        auto problem = parts_.problems.refusal(wrong[i].refusal);
        parts_.problems.putPlace(problem, words.key, std::to_string(words.first + wrong[i].place));
        if (!told) {
            told = std::move(problem);
            continue;
        }
        told->detail += ' ' + problem.detail;
        told->detailVi = *told->detailVi + ' ' + *problem.detailVi;
    }
    return *told;
}

}  // namespace luot::server::api
