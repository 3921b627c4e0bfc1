#include "dispenser/offline/Homecoming.hpp"

#include <utility>

#include "base/Log.hpp"

namespace luot::dispenser::offline {

namespace {

/// After a refusal that will pass, such as a disk that is full, and after one that hardly will; milliseconds.
constexpr std::int64_t againSoon = 1000;
constexpr std::int64_t againLater = 30000;

}  // namespace

void Homecoming::linkUp() {
    asks_ = true;
    notBefore_ = 0;
}

void Homecoming::linkLost() {
    question_.clear();
    alone_.handInFailed();
}

std::optional<std::string> Homecoming::nextFrame(std::int64_t now) {
    const bool due = question_.empty() && now >= notBefore_ && (alone_.hasPending() || asks_);
    if (!due) return std::nullopt;
    sentAt_ = now;
    merging_ = alone_.hasPending();
    if (!merging_) return feed_.command("begin_series", alone_.question(), &question_);
    auto args = alone_.handIn(boot_, [this](std::int64_t ticks) { return feed_.serverTime(ticks); });
    return feed_.command("merge_offline", std::move(args), &question_);
}

bool Homecoming::take(const protocol::Reply& reply, std::int64_t now) {
    if (question_.empty() || reply.id != question_) return false;
    question_.clear();
    if (!reply.ok)
        refused(reply.problem.value_or(protocol::Problem{}), now);
    else if (merging_)
        merged(now);
    else
        answered(reply);
    return true;
}

void Homecoming::merged(std::int64_t now) {
    lastComplaint_.clear();
    if (const auto kept = alone_.handedIn(); kept) return;
    // They will be handed in again after the next start, and passed over by the server.
    base::logWarn("the kiosk's disk did not take that its tickets are handed in");
    notBefore_ = now + againSoon;
}

void Homecoming::answered(const protocol::Reply& reply) {
    auto answer = base::json::decode<protocol::SeriesAnswer>(reply.result.value_or(base::json::Value{}));
    auto begun = answer ? alone_.begin(*answer) : base::Result<>(tl::unexpected(answer.error()));
    if (!begun) base::logError("no numbers without the server: {}", begun.error().what);
    // A number was given meanwhile: it is handed in first, then the question comes again.
    asks_ = begun && alone_.hasPending();
    digitIsTaken_ = false;
    if (answer) hours_ = std::move(answer->hours);
}

void Homecoming::refused(const protocol::Problem& problem, std::int64_t now) {
    if (problem.code != lastComplaint_)
        base::logError("{}: {}",
                       merging_ ? "the server does not take the tickets given without it"
                                : "no numbers without the server",
                       problem.detail);
    lastComplaint_ = problem.code;
    if (problem.code == "series_taken") digitIsTaken_ = true;
    const bool passes = problem.status == 503 || problem.status == 429 || problem.code == "day_closed";
    notBefore_ = now + (passes ? againSoon : againLater);
    if (merging_) alone_.handInFailed();
    if (!merging_ && !(problem.status == 503)) asks_ = false;  // until the next day or connection
}

}  // namespace luot::dispenser::offline
