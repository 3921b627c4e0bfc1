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
    number_ = std::move(question);
    sendWaiting(local);
}

void Conversation::report(const kiosk::ReportPrint& wish, std::int64_t local) {
    Question question;
    base::json::Object args{{"ticket", wish.ticket}, {"outcome", wish.outcome}};
    question.frame = feed_.command("printed", std::move(args), &question.id);
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
    if (news.reply) takeReply(*news.reply, local);
    if (online_ || !greeted_ || !feed_.ready()) return;
    online_ = true;
    lastComplaint_.clear();
    kiosk_.linkUp(local);
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
    reports_.erase(report);
}

void Conversation::takeNumber(const protocol::Reply& reply, std::int64_t local) {
    number_.reset();
    if (!reply.ok) return kiosk_.refused(reply.problem.value_or(protocol::Problem{}), local);
    const auto ticket = base::json::decode<protocol::Ticket>(reply.result.value_or(base::json::Value{}));
    if (ticket) return kiosk_.ticketIssued(*ticket, local);
    base::logError("the server's ticket cannot be read: {}", ticket.error().what);
    kiosk_.unanswered(local);
}

/// Nobody stands here any more to take the paper, and staff must see that.
void Conversation::takeLateNumber(const protocol::Reply& reply, std::int64_t local) {
    givenUp_.clear();
    if (!reply.ok) return;
    const auto ticket = base::json::decode<protocol::Ticket>(reply.result.value_or(base::json::Value{}));
    if (ticket) report({ticket->id, "failed"}, local);
}

void Conversation::lost(std::int64_t local) {
    greeted_ = false;
    online_ = false;
    if (number_) number_->sentHere = false;
    for (auto& report : reports_) report.sentHere = false;
    kiosk_.linkLost(local);
}

void Conversation::send(Question& question, std::int64_t local) {
    if (question.sentHere || !online_ || !link_.send(question.frame)) return;
    question.sentHere = true;
    question.sentAt = local;
}

void Conversation::sendWaiting(std::int64_t local) {
    if (number_) send(*number_, local);
    for (auto& report : reports_) send(report, local);
}

bool Conversation::overdue(const Question& question, std::int64_t local) const {
    return question.sentHere && local - question.sentAt >= answerWithin;
}

void Conversation::watchDeadlines(std::int64_t local) {
    if (number_ && local - number_->askedAt >= kiosk_.settings().answerWithin) {
        givenUp_ = number_->id;
        number_.reset();
        kiosk_.unanswered(local);
    }
    const bool reportOverdue = std::any_of(reports_.begin(), reports_.end(),
                                           [&](const auto& report) { return overdue(report, local); });
    if (reportOverdue || (number_ && overdue(*number_, local))) {
        base::logWarn("the server did not answer in {} ms: connecting anew", answerWithin);
        lost(local);
        link_.reconnect();
        return;
    }
    sendWaiting(local);
}

}  // namespace luot::dispenser
