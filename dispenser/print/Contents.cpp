#include "dispenser/print/Contents.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dispenser/print/ExpectedWait.hpp"

namespace luot::dispenser::print {

namespace {

using From = const Source&;
using In = const TicketWords&;

std::string say(In words, std::string_view key, std::initializer_list<base::Fill> fills = {}) {
    return words.wording.text(words.language, key, fills);
}

/// The Vietnamese words where the centre has no English ones.
std::string chosen(In words, const std::string& vietnamese, const std::string& english) {
    return words.language == "en" && !english.empty() ? english : vietnamese;
}

/// "23/11/2026"
std::string dateOf(base::Instant instant) {
    const auto date = base::dateOf(instant);
    return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(date.day()),
                       static_cast<unsigned>(date.month()), static_cast<int>(date.year()));
}

std::string authority(From from, In words) {
    return chosen(words, from.hall.centre.authorityVi, from.hall.centre.authorityEn);
}

std::string centre(From from, In words) {
    return chosen(words, from.hall.centre.nameVi, from.hall.centre.nameEn);
}

std::string reprint(From from, In words) {
    if (!from.occasion.reprintedAt) return {};
    return say(words, "ticket.reprint", {{"time", base::formatClock(*from.occasion.reprintedAt)}});
}

std::string offline(From from, In words) {
    return from.occasion.offline ? say(words, "ticket.offline_mark") : std::string();
}

std::string priority(From from, In words) {
    return from.ticket.priority ? say(words, "ticket.priority_mark") : std::string();
}

std::string appointment(From from, In words) {
    if (!from.ticket.slot) return {};
    return say(words, "ticket.appointment_mark", {{"time", base::formatClock(*from.ticket.slot)}});
}

std::string bulk(From from, In words) {
    const auto& services = from.hall.services;
    const auto service = std::find_if(services.begin(), services.end(),
                                      [&](const auto& one) { return one.id == from.ticket.service; });
    const bool many =
        service != services.end() && service->bulkFrom && from.ticket.dossiers >= *service->bulkFrom;
    if (!many && from.ticket.lane != "bulk") return {};
    return say(words, "ticket.bulk_mark", {{"n", std::to_string(from.ticket.dossiers)}});
}

std::string service(From from, In words) {
    return serviceName(from.hall, from.ticket.service, words.language);
}

std::string procedure(From from, In words) {
    const auto& english = from.ticket.procedureEn;
    const bool isEnglish = words.language == "en" && english && !english->empty();
    const auto name = isEnglish ? *english : from.ticket.procedureVi.value_or("");
    return name.empty() ? name : say(words, "ticket.procedure", {{"procedure", name}});
}

std::string counters(From from, In words) {
    const auto list = counterList(from.hall, from.ticket.service, words.language);
    return list.empty() ? list : say(words, "ticket.counters", {{"list", list}});
}

std::string nextDay(From from, In words) { return nextDayNotice(from.ticket, from.hall, words); }

std::string aheadLabel(From from, In words) {
    return from.ticket.ahead ? say(words, "ticket.ahead_label") : std::string();
}

std::string ahead(From from, In) {
    return from.ticket.ahead ? std::to_string(*from.ticket.ahead) : std::string();
}

std::string turnLabel(From from, In words) {
    return from.ticket.estimate ? say(words, "ticket.estimate_label") : std::string();
}

std::string length(From from, In words) {
    if (!from.ticket.estimate) return {};
    return aboutWait(protocol::minuteRange(*from.ticket.estimate), words.wording, words.language);
}

/// The time of day; where there is none to say, how long.
std::string turn(From from, In words) {
    const auto clock = expectedTurn(from.ticket);
    return clock.empty() ? length(from, words) : clock;
}

std::string wait(From from, In words) {
    return expectedTurn(from.ticket).empty() ? std::string() : length(from, words);
}

std::string issued(From from, In words) {
    const auto time = base::formatClock(from.ticket.issuedAt);
    const auto date = dateOf(from.ticket.issuedAt);
    return say(words, "ticket.issued", {{"time", time}, {"date", date}});
}

std::string missed(From from, In words) {
    const auto calls = std::to_string(from.hall.centre.noShowAfterCalls);
    const auto within = std::to_string(from.hall.centre.lateReturnWithinS / 60);
    return say(words, "ticket.missed", {{"n", calls}, {"m", within}});
}

std::string scan(From from, In words) {
    return from.ticket.trackingUrl ? say(words, "ticket.qr") : std::string();
}

std::string hotline(From from, In words) {
    const auto& phone = from.hall.centre.hotline;
    return phone.empty() ? phone : say(words, "ticket.hotline", {{"phone", phone}});
}

}  // namespace

const std::vector<Content>& contents() {
    static const std::vector<Content> all{
        {"authority", authority},
        {"centre", centre},
        {"heading", [](From, In words) { return say(words, "ticket.heading"); }},
        {"reprint", reprint},
        {"offline", offline},
        {"priority", priority},
        {"appointment", appointment},
        {"bulk", bulk},
        {"service", service},
        {"procedure", procedure},
        {"counters", counters},
        {"next_day", nextDay},
        {"ahead_label", aheadLabel},
        {"ahead", ahead},
        {"turn_label", turnLabel},
        {"turn", turn},
        {"wait", wait},
        {"scan", scan},
        {"issued", issued},
        {"watch", [](From, In words) { return say(words, "ticket.watch"); }},
        {"missed", missed},
        {"valid", [](From, In words) { return say(words, "ticket.valid"); }},
        {"not_receipt", [](From, In words) { return say(words, "ticket.not_receipt"); }},
        {"hotline", hotline},
        {"thanks", [](From, In words) { return say(words, "ticket.thanks"); }},
    };
    return all;
}

}  // namespace luot::dispenser::print
