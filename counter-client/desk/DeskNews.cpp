#include <algorithm>
#include <string_view>

#include "counter-client/desk/Desk.hpp"

/// What the desk hears from the server, and what its foot says of it.
namespace luot::counterclient::desk {

namespace {

/// So long one of several alerts stands at the foot, milliseconds of the program's own clock.
constexpr std::int64_t alertFor = 6000;

int counterOf(const base::json::Object& data) {
    const auto* ticket = data.if_contains("ticket");
    const auto* counter =
        ticket && ticket->is_object() ? ticket->get_object().if_contains("counter") : nullptr;
    return counter && counter->is_int64() ? static_cast<int>(counter->get_int64()) : 0;
}

bool isEmpty(const protocol::Reply& reply) { return !reply.result || reply.result->is_null(); }

Phrase sentenceOf(const protocol::Reply& reply) {
    if (!reply.problem) return Phrase::of("clerk.not_done");
    return Phrase::named(reply.problem->detailVi.value_or(reply.problem->detail), reply.problem->detail);
}

/// What the server says of its choice, in both languages.
Phrase reasonOf(const base::json::Object& data) {
    const auto* reason = data.if_contains("reason");
    if (!reason || !reason->is_object()) return {};
    const auto textOf = [&](std::string_view member) {
        const auto* text = reason->get_object().if_contains(member);
        return text && text->is_string() ? std::string(text->get_string()) : std::string();
    };
    const auto english = textOf("text");
    const auto vietnamese = textOf("text_vi");
    if (!english.empty() || !vietnamese.empty()) return Phrase::named(vietnamese, english);
    const auto code = textOf("code");
    return code.empty() ? Phrase{} : Phrase::of("reason." + code);
}

Notice noticeOf(const protocol::Alert& alert, const protocol::HallView& view) {
    if (alert.code == "held_too_long") {
        const auto minutes = std::to_string(view.hall().centre.holdMaxS / 60);
        const auto number = alert.ticket.value_or("");
        return {Sign::warn, {}, Phrase::of("clerk.held_long", {{"number", number}, {"n", minutes}})};
    }
    if (alert.code == "printer_fault") {
        const auto device = alert.device.value_or("");
        return {Sign::warn, Phrase::named(device, device),
                Phrase::of("printer." + alert.fault.value_or("mechanical"))};
    }
    if (alert.code == "series_refused") {
        const auto device = alert.device.value_or("");
        return {Sign::warn, Phrase::named(device, device), Phrase::of("clerk.series_refused")};
    }
    const auto* service = alert.service ? view.service(*alert.service) : nullptr;
    const auto name = service ? Phrase::named(service->labelVi, service->labelEn) : Phrase{};
    if (alert.code == "service_unserved") return {Sign::warn, name, Phrase::of("clerk.unserved")};
    return {Sign::warn, name, Phrase::named(alert.code, alert.code)};
}

}  // namespace

void Desk::take(const protocol::EventFrame& event, hall::Moment now) {
    if (event.name == "call_shown") return echo_.shown(event.data);
    if (event.name == "day_opened") served_ = 0;
    if (counterOf(event.data) != settings_.counter) return;
    if (event.name == "ticket_called") reason_ = reasonOf(event.data);
    if (event.name == "ticket_called" || event.name == "ticket_recalled") echo_.called(event.seq, now.local);
    if (event.name == "ticket_finished") ++served_;
}

void Desk::take(const protocol::Reply& reply, hall::Moment now) {
    if (!underWay_) return;
    const bool askedNext = underWay_->name == "call_next";
    underWay_.reset();
    deafUntil_ = std::max(deafUntil_, now.local + deafFor);
    // The event names the rule; the answer to this clerk says it in words.
    if (reply.ok && reply.result && reply.result->is_object())
        if (auto reason = reasonOf(reply.result->get_object()); !reason.empty()) reason_ = std::move(reason);
    if (!reply.ok)
        say({Sign::warn, {}, sentenceOf(reply)}, now);
    else if (askedNext && isEmpty(reply))
        say({Sign::done, {}, Phrase::of("clerk.queue_empty")}, now);
}

void Desk::ask(std::optional<Doubt> doubt) {
    const bool asking = page_.kind == PageKind::doubt;
    doubt_ = std::move(doubt);
    if (doubt_ || asking) open(doubt_ ? PageKind::doubt : PageKind::main);
}

void Desk::giveUp(hall::Moment now) {
    if (!underWay_) return;
    underWay_.reset();
    say({Sign::warn, {}, Phrase::of("clerk.not_done")}, now);
}

void Desk::hallChanged(hall::Moment now) {
    const auto here = situation();
    const auto ticket = here.ticket ? here.ticket->id : std::string();
    if (here.mode == lastMode_ && ticket == lastTicket_) return;
    // The first picture is no change: the clerk may press at once.
    if (lastMode_ != hall::CounterMode::unknown) deafUntil_ = now.local + deafFor;
    open(doubt_ ? PageKind::doubt : PageKind::main);
    if (ticket != lastTicket_) outcome_.clear();
    if (ticket.empty()) {
        echo_.forget();
        reason_ = {};
    }
    lastMode_ = here.mode;
    lastTicket_ = ticket;
}

void Desk::refreshed(hall::Moment now) {
    echo_.forget();
    reason_ = {};
    const auto& recent = view_.hall().recent;
    const auto finished = std::count_if(recent.begin(), recent.end(), [&](const auto& ticket) {
        return ticket.counter == settings_.counter && ticket.state == "finished";
    });
    served_ = std::max(served_, static_cast<int>(finished));
    hallChanged(now);
}

Notice Desk::notice(hall::Moment now) const {
    if (!online_ && !view_.complete()) return {};
    if (!online_ && alone_) {
        if (now.local < saidUntil_) return said_;
        return {Sign::offline, {}, Phrase::of("clerk.alone_now", {{"n", std::to_string(*alone_)}})};
    }
    if (!online_ && notTaken_) return {Sign::warn, {}, Phrase::of("clerk.not_taken")};
    if (!online_) {
        const auto loaded = std::to_string(view_.waitingFor(settings_.counter).size());
        return {Sign::offline, {}, Phrase::of("clerk.offline_now", {{"n", loaded}})};
    }
    if (!view_.complete()) return {};
    if (!view_.hall().writable) return {Sign::warn, {}, Phrase::of("error.db_locked")};
    if (busy() && now.local - sentAt_ >= slowAfter) return {Sign::none, {}, Phrase::of("clerk.asking")};
    if (now.local < saidUntil_) return said_;
    if (page_.kind == PageKind::transfer) return {Sign::done, {}, Phrase::of("clerk.kept")};
    const auto undo = offer(KeyCode::undo, now);
    if (undo && undo->allowed())
        return {Sign::undo, {}, Phrase::of("clerk.undo_call", {{"number", situation().ticket->number}})};
    if (situation().hasTicket() && situation().paused)
        return {Sign::none, {}, Phrase::of("clerk.pauses_after")};
    const auto all = alerts(now.server);
    if (all.empty()) return {};
    return all[static_cast<std::size_t>(now.local / alertFor) % all.size()];
}

/// What concerns this counter and what concerns all, one after the other.
std::vector<Notice> Desk::alerts(base::Instant now) const {
    const auto& hall = view_.hall();
    std::vector<Notice> found;
    if (hall.clockFault) {
        const auto time = base::formatClock(hall.clockFault->at);
        found.push_back({Sign::warn, {}, Phrase::of("clerk.clock_fault", {{"time", time}})});
    }
    if (hall.restart && now - hall.restart->at < protocol::restartIsNewsFor)
        found.push_back(
            {Sign::done, {}, Phrase::of("error.power", {{"n", std::to_string(hall.restart->waiting)}})});
    for (const auto& alert : hall.alerts)
        if (!alert.counter || *alert.counter == settings_.counter) found.push_back(noticeOf(alert, view_));
    return found;
}

}  // namespace luot::counterclient::desk
