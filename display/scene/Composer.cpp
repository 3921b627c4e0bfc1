#include "display/scene/Composer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "display/scene/Runs.hpp"

namespace luot::display::scene {
namespace {

constexpr ui::Ticks dimAfter = 600'000;  ///< ms without a call
constexpr std::size_t tableRows = 6;
constexpr std::size_t mostMissed = 12;   ///< numbers offered to the facts row
constexpr std::size_t mostPrepared = 4;  ///< numbers and runs of one announcement

const std::string& in(const Voice& voice, const std::string& vi, const std::string& en) {
    return voice.isVietnamese() || en.empty() ? vi : en;
}

/// Without what stands in brackets behind it: a card is narrow, and read from afar.
std::string shortName(const std::string& name) { return name.substr(0, name.find(" (")); }

}  // namespace

Scene Composer::compose(const Sight& sight) const {
    Scene scene;
    scene.words = words();
    scene.date = date(sight.time);
    scene.clock = base::formatClock(sight.time);
    scene.lost = lost(sight);
    if (sight.hall == nullptr) return scene;
    const protocol::Centre& centre = sight.hall->centre;
    scene.authority = in(voice_, centre.authorityVi, centre.authorityEn);
    scene.centre = in(voice_, centre.nameVi, centre.nameEn);
    if (!scene.lost) addCalls(sight, scene);
    addTable(sight, scene);
    scene.rest = rest(sight);
    scene.facts = facts(sight);
    return scene;
}

Words Composer::words() const {
    return {voice_.text("display.now_calling"), voice_.text("display.go_to_label"),
            voice_.text("display.counter"),     voice_.text("display.priority"),
            voice_.text("display.recent"),      voice_.text("display.no_calls")};
}

std::string Composer::date(base::Instant time) const {
    const base::Date date = base::dateOf(time);
    const std::chrono::weekday weekday{std::chrono::sys_days(date)};
    const auto weekdays = voice_.wording.list(voice_.language, "common.weekdays");
    const std::string day = fmt::format("{:02}", static_cast<unsigned>(date.day()));
    const std::string month = fmt::format("{:02}", static_cast<unsigned>(date.month()));
    const std::string year = std::to_string(static_cast<int>(date.year()));
    return voice_.text("common.date_long", {{"weekday", weekdays.at(weekday.iso_encoding() - 1)},
                                            {"day", day},
                                            {"month", month},
                                            {"year", year}});
}

/// A counter whose label bears no number ("Bàn hướng dẫn") is called by its name.
void Composer::nameCounter(const protocol::Hall& hall, int counter, CallLine& line) const {
    line.counter = std::to_string(counter);
    const auto found = std::find_if(hall.counters.begin(), hall.counters.end(),
                                    [counter](const auto& c) { return c.number == counter; });
    if (found == hall.counters.end()) return;
    const std::string& label = in(voice_, found->label, found->labelEn);
    if (label.empty() || label.find_first_of("0123456789") != std::string::npos) return;
    line.counter = label;
    line.counterHasName = true;
}

CallLine Composer::line(const protocol::Hall& hall, const Call& call) const {
    CallLine line;
    line.number = call.number;
    line.priority = call.priority;
    if (call.times > 1) line.recall = voice_.text("display.recall", {{"n", std::to_string(call.times)}});
    for (const protocol::Service& service : hall.services) {
        if (service.id == call.service)
            line.service = shortName(in(voice_, service.labelVi, service.labelEn));
    }
    nameCounter(hall, call.counter, line);
    return line;
}

CallLine Composer::line(const protocol::Hall& hall, const protocol::Ticket& ticket) const {
    Call call;
    call.number = ticket.number;
    call.service = ticket.service;
    call.counter = ticket.counter.value_or(0);
    call.priority = ticket.priority;
    call.times = ticket.calls;
    CallLine made = line(hall, call);
    if (!ticket.counter) made.counter.clear();
    return made;
}

/// The calls that are large now; else the last one of the day, dimmed.
void Composer::addCalls(const Sight& sight, Scene& scene) const {
    const protocol::Hall& hall = *sight.hall;
    if (!hall.open) return;
    for (const Card& card : sight.board.cards()) {
        CallLine& made = scene.cards.emplace_back(line(hall, card.call));
        made.flashOn = sight.flashOn && sight.board.flashes(card.call.ticket, sight.now);
        made.dim = sight.now - card.shownAt >= dimAfter;
    }
    if (!scene.cards.empty() || hall.recent.empty() || sight.board.isWaiting(hall.recent.front().id)) return;
    scene.cards.push_back(line(hall, hall.recent.front()));
    scene.cards.back().dim = true;
}

/// The last calls without those that stand large or wait for it: a number is never in two places.
void Composer::addTable(const Sight& sight, Scene& scene) const {
    const protocol::Hall& hall = *sight.hall;
    for (const protocol::Ticket& ticket : hall.recent) {
        if (scene.table.size() == tableRows) return;
        const auto same = [&](const CallLine& card) { return card.number == ticket.number; };
        if (std::any_of(scene.cards.begin(), scene.cards.end(), same)) continue;
        if (!scene.lost && sight.board.isWaiting(ticket.id)) continue;
        scene.table.push_back(line(hall, ticket));
        scene.table.back().flashOn = sight.flashOn && sight.board.flashes(ticket.id, sight.now);
    }
}

Rest Composer::rest(const Sight& sight) const {
    const protocol::Hall& hall = *sight.hall;
    Rest rest{in(voice_, hall.centre.nameVi, hall.centre.nameEn), voice_.text("display.counter_ready"),
              hall.open};
    if (!hall.nextSession || hall.givesTickets) return rest;
    const std::string time = base::formatClock(*hall.nextSession);
    const bool today = base::dateOf(*hall.nextSession) == base::dateOf(sight.time);
    if (hall.open && today) {
        rest.sentence = voice_.text("display.lunch", {{"time", time}});
    } else {
        const std::string when = today ? time : time + ", " + date(*hall.nextSession);
        rest.sentence = voice_.text("display.not_open", {{"time", when}});
        rest.open = false;
    }
    return rest;
}

/// What does not fit is left out from the end: the average wait gives way to numbers that someone looks for.
std::vector<Fact> Composer::facts(const Sight& sight) const {
    const protocol::Hall& hall = *sight.hall;
    std::vector<Fact> facts;
    facts.push_back({"people", voice_.text("display.waiting_label"), {std::to_string(hall.waiting.size())}});
    auto wait = averageWait(hall);
    if (wait && hall.prepared.empty()) facts.push_back(*std::exchange(wait, std::nullopt));
    addPrepared(hall, facts);
    if (auto absent = missed(sight)) facts.push_back(std::move(*absent));
    if (wait) facts.push_back(std::move(*wait));
    return facts;
}

std::optional<Fact> Composer::averageWait(const protocol::Hall& hall) const {
    if (hall.waitCount == 0) return std::nullopt;
    const int minutes = (hall.waitSumS + hall.waitCount * 30) / (hall.waitCount * 60);
    return Fact{"clock",
                voice_.text("display.avg_wait_label"),
                {voice_.text("display.avg_wait_value", {{"min", std::to_string(minutes)}})}};
}

/// Who is called into a part of the hall, and who should make ready for a counter.
void Composer::addPrepared(const protocol::Hall& hall, std::vector<Fact>& facts) const {
    std::vector<std::string> ready;
    for (const protocol::Prepared& prepared : hall.prepared) {
        if (!prepared.zone) {
            ready.insert(ready.end(), prepared.numbers.begin(), prepared.numbers.end());
            continue;
        }
        std::string name = *prepared.zone;
        for (const protocol::Choosable& zone : hall.centre.zones)
            if (zone.id == *prepared.zone) name = in(voice_, zone.labelVi, zone.labelEn);
        Fact into{"fwd", voice_.text("display.into_zone", {{"zone", name}}), runsOf(prepared.numbers)};
        if (into.values.size() > mostPrepared) into.values.resize(mostPrepared);
        facts.push_back(std::move(into));
    }
    Fact next{"bell", voice_.text("display.prepare_label"), runsOf(ready)};
    if (next.values.size() > mostPrepared) next.values.resize(mostPrepared);
    if (!next.values.empty()) facts.push_back(std::move(next));
}

std::optional<Fact> Composer::missed(const Sight& sight) const {
    const protocol::Hall& hall = *sight.hall;
    std::vector<protocol::Ticket> missed = hall.missed;
    std::erase_if(missed, [&](const protocol::Ticket& ticket) {
        return ticket.endedAt && sight.time - *ticket.endedAt > base::Seconds(hall.centre.lateReturnWithinS);
    });
    std::stable_sort(missed.begin(), missed.end(),
                     [](const auto& a, const auto& b) { return a.endedAt > b.endedAt; });
    Fact absent{"person", voice_.text("display.missed_label"), {}};
    for (std::size_t i = 0; i < std::min(missed.size(), mostMissed); ++i)
        absent.values.push_back(missed[i].number);
    return absent.values.empty() ? std::nullopt : std::optional(std::move(absent));
}

std::optional<Lost> Composer::lost(const Sight& sight) const {
    const bool cannotWrite = sight.hall != nullptr && !sight.hall->writable;
    if (!sight.lostSince && !cannotWrite) return std::nullopt;
    const std::string since = base::formatClock(sight.lostSince.value_or(sight.time));
    const auto sentences = voice_.wording.list(voice_.language, "display.stale", {{"time", since}});
    Lost lost;
    lost.headline = sentences.back();
    lost.sentence = sight.lostSince ? sentences.front() : voice_.text("error.db_locked");
    lost.asOf = since;
    lost.offline = sight.lostSince.has_value();
    return lost;
}

}  // namespace luot::display::scene
