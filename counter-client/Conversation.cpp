#include "counter-client/Conversation.hpp"

#include "base/Log.hpp"

namespace luot::counterclient {

void Conversation::advance(std::int64_t local) {
    recall(local);
    while (const auto event = link_.poll()) std::visit([&](const auto& what) { take(what, local); }, *event);
    watchDeadlines(local);
}

hall::Moment Conversation::moment(std::int64_t local) const { return {local, feed_.serverTime(local)}; }

void Conversation::ask(const desk::Order& order, std::int64_t local) {
    if (order.name == desk::doubtOrder) return answerDoubt(order, local);
    if (desk_.worksAlone()) return askAlone(order, local);
    Question question;
    question.frame = feed_.command(order.name, order.args, &question.id);
    question.askedAt = local;
    question_ = std::move(question);
    sendQuestion(local);
}

void Conversation::take(const net::LinkUp&, std::int64_t) {
    greeted_ = false;
    if (!link_.send(feed_.hello())) link_.reconnect();
}

void Conversation::take(const net::LinkDown& down, std::int64_t) {
    greeted_ = false;
    settling_.clear();
    settleAgainAt_ = 0;
    asked_ = false;
    if (question_) question_->sentHere = false;
    desk_.linkDown();
    remember();
    // The link tries again every few seconds: one line for each new reason is enough.
    if (down.why != lastComplaint_) base::logWarn("no connection to the server: {}", down.why);
    lastComplaint_ = down.why;
}

void Conversation::take(const net::LinkFrame& frame, std::int64_t local) {
    const auto news = feed_.receive(frame.text, local);
    if (news.mustReconnect) {
        desk_.linkDown();
        greeted_ = false;
        asked_ = false;
        settling_.clear();
        link_.reconnect();
        return;
    }
    takeNews(news, local);
}

void Conversation::takeNews(const protocol::FeedNews& news, std::int64_t local) {
    const auto now = moment(local);
    if (news.welcomed) {
        greeted_ = true;
        desk_.returning();
    }
    if (news.refreshed) desk_.refreshed(now);
    if (news.event) {
        desk_.take(*news.event, now);
        desk_.hallChanged(now);
        rememberOwn(*news.event);
        watchMap(*news.event, local);
    }
    if (news.reply && !settling_.empty() && news.reply->id == settling_) return settled(*news.reply, local);
    if (news.reply && question_ && news.reply->id == question_->id) {
        question_.reset();
        desk_.take(*news.reply, now);
    }
    if (!greeted_ || !feed_.trusted() || desk_.online()) return;
    if (!alone_.hasUnsettled()) return goOnline(local);
    if (local >= settleAgainAt_) settle(local);
}

void Conversation::sendQuestion(std::int64_t local) {
    if (!question_ || question_->sentHere || !desk_.online()) return;
    if (!link_.send(question_->frame)) return;
    question_->sentHere = true;
    question_->sentAt = local;
}

void Conversation::watchDeadlines(std::int64_t local) {
    if (desk_.online())
        awaySince_.reset();
    else if (!awaySince_)
        awaySince_ = local;
    standAlone(local);
    const bool again = greeted_ && alone_.hasUnsettled() && settling_.empty();
    if (again && feed_.trusted() && local >= settleAgainAt_) settle(local);
    if (!settling_.empty() && local - settleSentAt_ >= answerWithin) {
        settling_.clear();
        link_.reconnect();
    }
    if (!question_) return;
    if (local - question_->askedAt >= askAgainWithin) {
        question_.reset();
        desk_.giveUp(moment(local));
    } else if (question_->sentHere && local - question_->sentAt >= answerWithin) {
        base::logWarn("the server did not answer in {} ms: connecting anew", answerWithin);
        question_->sentHere = false;
        desk_.linkDown();
        greeted_ = false;
        link_.reconnect();
    } else {
        sendQuestion(local);
    }
}

}  // namespace luot::counterclient
