#include "base/Clock.hpp"
#include "base/Log.hpp"
#include "counter-client/Conversation.hpp"

/// The counter without the server, and its return.
namespace luot::counterclient {

Conversation::Conversation(net::Link& link, protocol::FeedClient& feed, desk::Desk& desk,
                           std::filesystem::path memory)
    : link_(link), feed_(feed), desk_(desk), alone_(feed, desk.counter()), file_(std::move(memory)) {
    auto kept = file_.kept();
    if (!kept) return;
    recalled_ = std::move(kept->hall);
    alone_.recall(std::move(kept->visits), std::move(kept->own));
}

void Conversation::recall(std::int64_t local) {
    if (!recalled_) return;
    // The wall clock has to do until the server tells the time.
    feed_.recall(*recalled_, base::SystemClock().now(), local);
    recalled_.reset();
    desk_.hallChanged(moment(local));
}

void Conversation::standAlone(std::int64_t local) {
    const bool away = !desk_.online() && !greeted_ && awaySince_ && local - *awaySince_ >= aloneAfter;
    // What is done alone must outlive a power cut.
    if (!away || !feed_.ready() || !file_.isUsed()) return;
    if (!desk_.worksAlone() && alone_.hasUnsettled()) {
        alone_.replay(moment(local).server);
        desk_.hallChanged(moment(local));
    }
    const auto callable = alone_.callable().size();
    if (question_ && (callable > 0 || desk_.situation().hasTicket())) {
        // Nobody wants it done behind his back while he goes on without the server.
        question_.reset();
        desk_.giveUp(moment(local));
    }
    desk_.workAlone(callable);
}

void Conversation::askAlone(const desk::Order& order, std::int64_t local) {
    const auto now = moment(local);
    const auto event = alone_.carryOut(order, now);
    if (!event) return desk_.giveUp(now);
    remember();
    if (event->name == "ticket_finished") desk_.take(*event, now);
    protocol::Reply done;
    done.ok = true;
    done.result = base::json::Value(event->data);
    desk_.take(done, now);
    desk_.hallChanged(now);
    standAlone(local);
}

void Conversation::answerDoubt(const desk::Order& order, std::int64_t local) {
    const auto* served = order.args.if_contains("served");
    alone_.answerDoubt(served && served->is_bool() && served->get_bool());
    remember();
    protocol::Reply done;
    done.ok = true;
    done.result = base::json::Value(base::json::Object{});
    desk_.take(done, moment(local));
    desk_.ask(alone_.doubt() ? std::optional(*alone_.doubt()) : std::nullopt);
    if (alone_.hasUnsettled() && desk_.online()) settle(local);
}

void Conversation::settle(std::int64_t local) {
    if (!settling_.empty()) return;
    const auto frame = feed_.command("settle", alone_.settleArgs(), &settling_);
    settleSentAt_ = local;
    asked_ = link_.send(frame);
    if (!asked_) settling_.clear();
}

void Conversation::settled(const protocol::Reply& reply, std::int64_t local) {
    settling_.clear();
    if (!reply.ok) return refused(reply.problem.value_or(protocol::Problem{}), local);
    alone_.take(reply.result.value_or(base::json::Value{}));
    remember();
    // Before all is settled nobody may be called: it might be the second time.
    if (alone_.hasUnsettled()) return settle(local);
    if (!desk_.online()) goOnline(local);
    askWhatIsOwn(local);
    if (alone_.doubt()) desk_.ask(*alone_.doubt());
}

/// What the server does not take stays, and nobody is called before it has: it might be the second time.
void Conversation::refused(const protocol::Problem& problem, std::int64_t local) {
    if (!alone_.hasUnsettled())
        return base::logError("not told what may be called alone: {}", problem.detail);
    constexpr int tooMany = 429;
    const bool later = problem.status >= 500 || problem.status == tooMany;
    settleAgainAt_ = local + (later ? settleAgain : settleRefusedAgain);
    if (later) return;
    // Perhaps it takes no more at once.
    if (alone_.tellFewer()) return settle(local);
    base::logError("the server does not take what was done without it: {}", problem.detail);
    desk_.notTaken();
}

void Conversation::goOnline(std::int64_t local) {
    desk_.linkUp();
    lastComplaint_.clear();
    askWhatIsOwn(local);
    sendQuestion(local);
}

/// After a start without the server nobody may be called whom this counter has called already.
void Conversation::rememberOwn(const protocol::EventFrame& event) {
    const auto* ticket = event.data.if_contains("ticket");
    const auto* object = ticket ? ticket->if_object() : nullptr;
    const auto* counter = object ? object->if_contains("counter") : nullptr;
    if (counter && counter->is_int64() && counter->get_int64() == desk_.counter()) remember();
}

/// Another map, or a day for which one was planned, may share what this counter alone could call.
void Conversation::watchMap(const protocol::EventFrame& event, std::int64_t local) {
    if (event.name != "settings_changed" && event.name != "day_opened") return;
    asked_ = false;
    askWhatIsOwn(local);
}

/// To settle nothing is to ask what this counter may call alone.
void Conversation::askWhatIsOwn(std::int64_t local) {
    if (desk_.online() && file_.isUsed() && !asked_) settle(local);
}

void Conversation::remember() {
    if (!feed_.ready() || file_.keep({feed_.view().hall(), alone_.kept(), alone_.own()})) return;
    base::logWarn("what was done here cannot be kept: it is lost when the program ends");
}

}  // namespace luot::counterclient
