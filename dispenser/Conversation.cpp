#include "dispenser/Conversation.hpp"

#include <algorithm>

#include "base/Log.hpp"

namespace luot::dispenser {

void Conversation::advance(std::int64_t local) {
    while (const auto event = link_.poll()) std::visit([&](const auto& what) { take(what, local); }, *event);
    watchDeadlines(local);
}

void Conversation::ask(const kiosk::AskNumber& wish, std::int64_t local) {
    Question question;
    base::json::Object args{
        {"service", wish.service}, {"priority", wish.priority}, {"language", wish.language}};
    question.frame = feed_.command("issue", std::move(args), &question.id);
    question.askedAt = local;
    wish_ = wish;
    number_ = std::move(question);
    sendWaiting(local);
    if (mustGoAlone(local)) goAlone(std::nullopt, local);
}

void Conversation::report(const kiosk::ReportPrint& wish, std::int64_t local) {
    const bool goesAlong = standby_ && standby_->notePrinted(wish.ticket, wish.outcome);
    if (goesAlong && wish.fault.empty()) return papers_->told(wish.ticket);
    papers_->ended(wish.ticket, wish.outcome);
    Question question;
    question.ticket = wish.ticket;
    base::json::Object args{{"ticket", wish.ticket}, {"outcome", wish.outcome}};
    if (!wish.fault.empty()) args["fault"] = wish.fault;
    question.frame = feed_.command("printed", std::move(args), &question.id);
    add(std::move(question), local);
}

void Conversation::takeUp(PapersUnderWay& papers, std::int64_t local) {
    papers_ = &papers;
    const auto left = papers.left();
    for (const auto& [ticket, outcome] : left) {
        base::logWarn("the paper of ticket {} was begun before this start: {}", ticket, outcome);
        report(kiosk::ReportPrint{ticket, outcome}, local);
    }
}

void Conversation::report(const kiosk::ReportPrinter& wish, std::int64_t local) {
    printer_ = wish;
    if (online_) tellPrinter(local);
}

/// Again after each connection: only then is it certain that the server knows.
void Conversation::tellPrinter(std::int64_t local) {
    if (!printer_) return;
    std::erase_if(reports_, [this](const auto& old) { return old.id == printerReport_; });
    Question question;
    base::json::Object args;
    if (!printer_->fault.empty()) args["fault"] = printer_->fault;
    question.frame = feed_.command("report_printer", std::move(args), &question.id);
    printerReport_ = question.id;
    add(std::move(question), local);
}

void Conversation::add(Question question, std::int64_t local) {
    question.askedAt = local;
    if (reports_.size() >= mostReports) {
        base::logWarn("too many print outcomes wait for the server: the oldest is let go");
        reports_.pop_front();
    }
    reports_.push_back(std::move(question));
    sendWaiting(local);
}

void Conversation::take(const net::LinkUp&, std::int64_t) {
    greeted_ = false;
    if (!link_.send(feed_.hello())) link_.reconnect();
}

void Conversation::take(const net::LinkDown& down, std::int64_t local) {
    lost(local);
    // The link tries again every few seconds: one line for each new reason is enough.
    if (down.why != lastComplaint_) base::logWarn("no connection to the server: {}", down.why);
    lastComplaint_ = down.why;
}

void Conversation::take(const net::LinkFrame& frame, std::int64_t local) {
    const auto news = feed_.receive(frame.text, local);
    if (news.mustReconnect) {
        lost(local);
        link_.reconnect();
        return;
    }
    if (news.welcomed) greeted_ = true;
    const bool known = standby_ && standby_->take(news, local);
    if (news.reply && !known) takeReply(*news.reply, local);
    if (news.event) takeEvent(*news.event, local);
    if (online_ || !greeted_ || !feed_.trusted()) return;
    online_ = true;
    lastComplaint_.clear();
    if (standby_) standby_->linkUp(local);
    kiosk_.linkUp(local);
    tellPrinter(local);
    sendWaiting(local);
}

void Conversation::takeReply(const protocol::Reply& reply, std::int64_t local) {
    if (number_ && number_->id == reply.id) return takeNumber(reply, local);
    if (!givenUp_.empty() && reply.id == givenUp_) return takeLateNumber(reply, local);
    const auto report =
        std::find_if(reports_.begin(), reports_.end(), [&](const auto& r) { return r.id == reply.id; });
    if (report == reports_.end()) return;
    if (!reply.ok && reply.problem)
        base::logWarn("the server did not take a print outcome: {}", reply.problem->detail);
    if (reply.id == printerReport_ && reply.ok && reply.result && reply.result->is_object())
        if (const auto* name = reply.result->get_object().if_contains("device"); name && name->is_string())
            name_ = std::string(name->get_string());
    if (!report->ticket.empty()) papers_->told(report->ticket);
    reports_.erase(report);
}

void Conversation::takeNumber(const protocol::Reply& reply, std::int64_t local) {
    const auto problem = reply.problem.value_or(protocol::Problem{});
    // Nothing was done: the server's disk is full, or it is about to stop.
    const bool cannot = !reply.ok && problem.status == 503;
    if (cannot && standby_ && standby_->mayNumber()) return goAlone(std::nullopt, local);
    number_.reset();
    if (!reply.ok) return kiosk_.refused(problem, local);
    const auto ticket = base::json::decode<protocol::Ticket>(reply.result.value_or(base::json::Value{}));
    if (ticket) given_.push_back(ticket->id);
    if (given_.size() > mostGiven) given_.pop_front();
    if (ticket) return kiosk_.ticketIssued(*ticket, local);
    base::logError("the server's ticket cannot be read: {}", ticket.error().what);
    kiosk_.unanswered(local);
}

/// Nobody stands here any more to take the paper, and staff must see that.
void Conversation::takeLateNumber(const protocol::Reply& reply, std::int64_t local) {
    givenUp_.clear();
    if (!reply.ok) return;
    const auto ticket = base::json::decode<protocol::Ticket>(reply.result.value_or(base::json::Value{}));
    if (ticket) report(kiosk::ReportPrint{ticket->id, "failed"}, local);
}

void Conversation::lost(std::int64_t local) {
    greeted_ = false;
    if (online_) awaySince_ = local;
    online_ = false;
    if (standby_) standby_->linkLost(local);
    if (number_) number_->sentHere = false;
    for (auto& report : reports_) report.sentHere = false;
    kiosk_.linkLost(local);
}

void Conversation::send(Question& question, std::int64_t local) {
    if (question.sentHere || !online_ || !link_.send(question.frame)) return;
    question.sentHere = question.everSent = true;
    question.sentAt = local;
}

void Conversation::sendWaiting(std::int64_t local) {
    if (number_) send(*number_, local);
    for (auto& report : reports_)
        if (!standby_ || !standby_->holds(report.ticket)) send(report, local);
}

bool Conversation::overdue(const Question& question, std::int64_t within, std::int64_t local) {
    return question.sentHere && local - question.sentAt >= within;
}

void Conversation::standBy(std::int64_t local) {
    kiosk_.mayNumberAlone(standby_->mayNumber());
    if (!online_) return standby_->passTime(local);
    const auto frame = standby_->nextFrame(local);
    if (frame && !link_.send(*frame)) standby_->linkLost(local);
}

bool Conversation::mustGoAlone(std::int64_t local) const {
    if (!number_ || !standby_ || !standby_->mayNumber()) return false;
    const auto waited = local - number_->askedAt;
    if (number_->everSent) return waited >= aloneUnanswered;
    if (online_) return !feed_.view().hall().writable;
    return waited >= aloneAfter || local - *awaySince_ >= awayFor;
}

/// The number is the kiosk's own. What the server may have made of the press is taken back when the ticket is
/// handed in.
void Conversation::goAlone(std::optional<std::string> insteadOf, std::int64_t local) {
    number_.reset();
    const auto ticket = standby_->number(*wish_, std::move(insteadOf), local);
    if (ticket) return kiosk_.ticketIssued(*ticket, local);
    base::logError("no number without the server: {}", ticket.error().what);
    kiosk_.unanswered(local);
}

void Conversation::watchDeadlines(std::int64_t local) {
    if (!awaySince_) awaySince_ = local;
    if (mustGoAlone(local)) goAlone(number_->everSent ? std::optional(number_->id) : std::nullopt, local);
    if (standby_) standBy(local);
    if (number_ && local - number_->askedAt >= kiosk_.settings().answerWithin) {
        givenUp_ = number_->id;
        number_.reset();
        kiosk_.unanswered(local);
    }
    const bool reportOverdue = std::any_of(reports_.begin(), reports_.end(), [&](const auto& report) {
        return overdue(report, reportWithin, local);
    });
    const bool standbyOverdue = online_ && standby_ && standby_->overdue(local);
    if (reportOverdue || standbyOverdue || (number_ && overdue(*number_, answerWithin, local))) {
        base::logWarn("the server did not answer in time: connecting anew");
        lost(local);
        link_.reconnect();
        return;
    }
    sendWaiting(local);
}

}  // namespace luot::dispenser
