#include "server/pages/TrackingPage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/Hash.hpp"
#include "base/Wording.hpp"
#include "base/json/Json.hpp"
#include "queue/outlook/Estimate.hpp"

namespace luot::server::pages {

namespace {

constexpr std::size_t secretBits = 125;

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

/// Colours and sizes are those of the phone screens in the design (light theme).
constexpr std::string_view style = R"(
:root{font-size:62.5%}body{margin:0;background:#F5F3EE;color:#14213D;font:500 1.8rem/1.45 "Noto Sans",sans-serif}
main{max-width:39rem;margin:0 auto;padding:2.4rem 2rem}h1{font-size:1.6rem;font-weight:600;color:#465069;margin:0}
.number{font-size:9.6rem;line-height:1.36;font-weight:700;text-align:center;font-variant-numeric:tabular-nums}
.card{background:#fff;border:1px solid #D6D1C5;border-radius:1.6rem;padding:2rem;margin-top:1.6rem}
.call{background:#FFC53D}.state{font-size:2.4rem;font-weight:700;text-align:center}dl{margin:0;display:grid;
grid-template-columns:1fr auto;gap:.8rem}dt{color:#465069}dd{margin:0;font-weight:700;text-align:right})";

/// The page is told of every change; a lost line comes back by itself and loads the page anew.
constexpr std::string_view script = R"(
const at=location.pathname;let wait=500;const listen=()=>{const s=new WebSocket(
(location.protocol==='https:'?'wss://':'ws://')+location.host+at);
s.onmessage=()=>location.reload();s.onclose=()=>{setTimeout(()=>fetch(at).then(()=>location.reload(),listen),wait);
wait=Math.min(wait*2,8000)}};listen();)";

std::string shell(std::string_view language, std::string_view title, std::string_view body) {
    return fmt::format(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width\"><meta name=\"robots\" content=\"noindex\"><title>{}</title>"
        "<style>{}</style></head><body><main>{}</main></body></html>",
        language, escaped(title), style, body);
}

std::string row(std::string_view name, std::string_view value) {
    return fmt::format("<dt>{}</dt><dd>{}</dd>", escaped(name), escaped(value));
}

std::optional<protocol::MinuteRange> expectedWait(const queue::Hall& hall, const queue::Ticket& ticket,
                                                  base::Instant now) {
    if (ticket.state != queue::TicketState::waiting) return std::nullopt;
    const auto estimate = queue::estimateFor(hall, ticket, now);
    if (!estimate) return std::nullopt;
    return protocol::minuteRange(
        {static_cast<int>(estimate->p50S.count()), static_cast<int>(estimate->p90S.count())});
}

std::string waitText(const base::Wording& wording, std::string_view language,
                     const protocol::MinuteRange& wait) {
    if (wait.to <= 1) return wording.text(language, "phone.wait_soon");
    const auto from = std::to_string(std::max(wait.from, 1)), to = std::to_string(wait.to);
    if (from == to) return wording.text(language, "phone.wait_about", {{"n", to}});
    return wording.text(language, "phone.wait_range", {{"from", from}, {"to", to}});
}

}  // namespace

std::string TrackingIndex::secretOf(const std::string& ticket) const {
    return base::base32(key_.of(ticket).data(), secretBits);
}

void TrackingIndex::startDay(base::Date day) {
    if (day_ && *day_ != day) {
        tickets_.clear();
        unindexed_.clear();
    }
    day_ = day;
}

const std::string* TrackingIndex::ticketOf(std::string_view secret) const {
    for (auto& ticket : std::exchange(unindexed_, {})) {
        auto known = secretOf(ticket);
        tickets_.insert_or_assign(std::move(known), std::move(ticket));
    }
    const auto found = tickets_.find(std::string(secret));
    return found == tickets_.end() ? nullptr : &found->second;
}

std::optional<TrackedTicket> tracked(const queue::Hall& hall, const std::string& id,
                                     std::string_view language, base::Instant now) {
    TrackedTicket result;
    if (const auto* ticket = hall.ticket(id)) {
        result.number = ticket->number;
        result.state = base::json::snakeCase(boost::describe::enum_to_string(ticket->state, ""));
        result.counter = ticket->counter;
        result.ahead = hall.ahead(*ticket);
        result.wait = expectedWait(hall, *ticket, now);
        if (const auto* service = hall.service(ticket->service))
            result.service = language == "en" ? service->labelEn : service->labelVi;
        return result;
    }
    const auto ended = hall.ended.find(id);
    if (ended == hall.ended.end()) return std::nullopt;
    result.number = ended->second.number;
    result.state = base::json::snakeCase(boost::describe::enum_to_string(ended->second.state, ""));
    return result;
}

std::string trackingPage(const base::Wording& wording, std::string_view language, const TrackedTicket& ticket,
                         const std::string& centre) {
    const auto state = wording.text(language, "phone." + ticket.state,
                                    {{"counter", std::to_string(ticket.counter.value_or(0))}});
    const bool called = ticket.state == "called";
    std::string facts;
    if (!ticket.service.empty()) facts += row(wording.text(language, "phone.service"), ticket.service);
    if (ticket.state == "waiting")
        facts += row(wording.text(language, "phone.ahead"), std::to_string(ticket.ahead));
    if (ticket.wait)
        facts += row(wording.text(language, "phone.wait"), waitText(wording, language, *ticket.wait));
    if (ticket.counter && (called || ticket.state == "serving"))
        facts += row(wording.text(language, "phone.counter"), std::to_string(*ticket.counter));
    const auto body = fmt::format(
        "<h1>{}</h1><div class=\"card{}\"><div class=\"number\">{}</div><div class=\"state\">{}</div></div>"
        "<div class=\"card\"><dl>{}</dl></div><script>{}</script>",
        escaped(centre), called ? " call" : "", escaped(ticket.number), escaped(state), facts, script);
    return shell(language, ticket.number, body);
}

std::string unknownTicketPage(const base::Wording& wording, std::string_view language) {
    const auto text = wording.text(language, "phone.not_found");
    return shell(language, text, fmt::format("<div class=\"card\">{}</div>", escaped(text)));
}

std::string_view preferredLanguage(std::string_view acceptLanguage) {
    const auto english = acceptLanguage.find("en");
    const auto vietnamese = acceptLanguage.find("vi");
    return english < vietnamese ? "en" : "vi";
}

}  // namespace luot::server::pages
