#include "tests/simulation/hall/people/Client.hpp"

#include <fmt/format.h>

namespace luot::simulation {

namespace {

// As counter-client/Conversation.
constexpr Milliseconds answerWithin{5000};
constexpr Milliseconds askAgainWithin{60'000};
constexpr Milliseconds afterNoStorage{2000};

std::string textOf(const base::json::Object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

Acknowledged acknowledged(const std::string& commandId, const base::json::Object& ticket) {
    if (!ticket.contains("number") || !ticket.contains("issued_at")) return {commandId, {}, {}};
    return {commandId, textOf(ticket, "id"), textOf(ticket, "number")};
}

/// One for each ticket in the answer; one without a ticket when it has none.
std::vector<Acknowledged> acknowledgementsOf(const protocol::Reply& reply) {
    if (!reply.result || !reply.result->is_object()) return {{reply.id, {}, {}}};
    const auto& object = reply.result->get_object();
    std::vector<Acknowledged> all;
    if (const auto* tickets = object.if_contains("tickets"); tickets && tickets->is_array())
        for (const auto& ticket : tickets->get_array())
            all.push_back(acknowledged(reply.id, ticket.as_object()));
    const auto* ticket = object.if_contains("ticket");
    if (all.empty())
        all.push_back(acknowledged(reply.id, ticket && ticket->is_object() ? ticket->get_object() : object));
    return all;
}

}  // namespace

Client::Client(Stage& stage, Link& link, Person person, Random random)
    : stage_(stage),
      random_(random),
      link_(link),
      person_(std::move(person)),
      feed_(person_.role, person_.secret()) {
    link_.use(*this);
}

void Client::begin() {
    link_.connect();
    live();
}

void Client::live() {
    stage_.timeline.after(pause(), lane::people + number(), [this] {
        if (stage_.acting && mayAct()) act();
        live();
    });
}

Picture Client::picture() const { return {person_.name, welcomed_ && feed_.ready(), feed_.view().hall()}; }

void Client::linkUp() {
    welcomed_ = false;
    link_.send(feed_.hello());
    cameUp();
}

void Client::linkDown() {
    welcomed_ = false;
    stage_.trace.note(person_.name, "lost its link");
    wentDown();
}

void Client::post(const std::string& frame, const std::string& id) {
    stage_.jury.tell(&Checker::asked, id);
    stage_.trace.note(person_.name, "asks " + frame);
    link_.send(frame);
}

void Client::beginAnew(bool machine) {
    link_.reconnect();
    if (machine) machineStart_ = stage_.timeline.now();
    feed_ = protocol::FeedClient(person_.role, person_.secret());
    question_.reset();
    welcomed_ = false;
}

void Client::frameCame(const std::string& text) {
    stage_.trace.note(person_.name, text);
    const auto news = feed_.receive(text, localNow());
    if (news.mustReconnect) {
        stage_.jury.tell(&Checker::confused, number(), text);
        link_.reconnect();
        return;
    }
    const bool wasReady = welcomed_ && feed_.ready();
    if (news.welcomed) welcomed_ = true;
    if (news.event) {
        stage_.jury.tell(&Checker::told, Told{number(), *news.event});
        saw(*news.event);
    }
    if (news.welcomed || news.refreshed) changed();
    if (news.reply) {
        heard(*news.reply);
        take(*news.reply);
    }
    if (!wasReady && welcomed_ && feed_.ready()) sendQuestion();
}

void Client::ask(const std::string& name, Args args) {
    base::json::Object object;
    for (const auto& [key, value] : args) object[key] = value;
    askWith(name, std::move(object));
}

void Client::askWith(const std::string& name, base::json::Object object) {
    Question question;
    question.frame = feed_.command(name, std::move(object), &question.id);
    question.name = name;
    question.askedAt = stage_.timeline.now();
    stage_.jury.tell(&Checker::asked, question.id);
    stage_.trace.note(person_.name, "asks " + question.frame);
    question_ = std::move(question);
    sendQuestion();
}

void Client::sendQuestion() {
    if (!question_ || !welcomed_ || !feed_.ready()) return;
    auto frame = question_->frame;
    if (question_->sent++ > 0 && stage_.again) frame = stage_.again(frame);
    link_.send(std::move(frame));
    watch(question_->id, answerWithin);
}

void Client::watch(const std::string& id, Milliseconds pause) {
    stage_.timeline.after(pause, lane::people + number(), [this, id] {
        if (!question_ || question_->id != id) return;
        if (stage_.timeline.now() - question_->askedAt >= askAgainWithin)
            question_.reset();
        else if (link_.up() && welcomed_)
            link_.reconnect();
        else
            watch(id, answerWithin);
    });
}

void Client::take(const protocol::Reply& reply) {
    if (reply.ok)
        for (const auto& one : acknowledgementsOf(reply)) stage_.jury.tell(&Checker::acknowledged, one);
    if (!question_ || question_->id != reply.id) return;
    if (reply.problem && reply.problem->status == 503) {
        stage_.timeline.after(afterNoStorage, lane::people + number(), [this, id = reply.id] {
            if (question_ && question_->id == id) sendQuestion();
        });
        return;
    }
    const auto name = question_->name;
    question_.reset();
    answered(name, reply);
}

}  // namespace luot::simulation
