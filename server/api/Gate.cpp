#include "server/api/Gate.hpp"

#include <boost/asio/as_tuple.hpp>

#include "base/Hash.hpp"

namespace luot::server::api {

namespace {

/// Strangers with invented secrets must not keep the disk busy.
constexpr std::chrono::milliseconds pauseAfterRead{20};

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
    auto tokens = co_await parts_.database.run(parts_.executor, std::move(read));
    if (tokens) tokens_.replace(*tokens);
    boost::asio::steady_timer pause(parts_.executor, pauseAfterRead);
    auto ignoreCancel = boost::asio::as_tuple(boost::asio::use_awaitable);
    co_await pause.async_wait(ignoreCancel);
    readsDone_ = readsBegun_;
    read_.cancel();
}

boost::asio::awaitable<hall::Outcome> Gate::carryOut(Request request) {
    hall::Outcome outcome;
    const auto refuse = [&](protocol::Problem problem) {
        outcome.status = problem.status;
        outcome.problem = std::move(problem);
        return outcome;
    };
    if (!auth::may(request.caller.role, request.row->right))
        co_return refuse(parts_.problems.problem(403, "no_permission", auth::name(request.caller.role)));
    auto command = request.row->parse(request.arguments);
    if (!command) {
        auto problem = parts_.problems.problem(400, "wrong_field");
        problem.detail = command.error().what;
        problem.detailVi.reset();
        co_return refuse(std::move(problem));
    }
    fillIn(request.caller, *command);

    hall::Submission submission;
    submission.origin = {request.caller.name, std::string(auth::name(request.caller.role)),
                         request.caller.tokenId, request.key,
                         request.key.empty() ? "" : base::hex(base::sha256(request.content))};
    submission.authorize = [this, caller = request.caller, row = request.row,
                            given = *command](const queue::Hall& hall) -> std::optional<protocol::Problem> {
        if (allowed(caller, *row, given, hall)) return std::nullopt;
        return parts_.problems.problem(403, "no_permission", auth::name(caller.role));
    };
    submission.describe = describing(*request.row, *command, parts_.answers);
    submission.command = std::move(*command);
    co_return co_await parts_.pump.submit(std::move(submission));
}

}  // namespace luot::server::api
