#pragma once

#include <string>

#include "base/Wording.hpp"
#include "display/HallPicture.hpp"

/// The hall of the design's pictures: a Monday morning in the ward of Tân Mẫu.
namespace luot::display {

inline base::Instant at(const char* clock) {
    return base::parseInstant(std::string("2026-11-23T") + clock + "+07:00").value();
}

inline protocol::Ticket ticket(const std::string& number, int counter, bool priority = false) {
    protocol::Ticket t;
    t.id = "id-" + number;
    t.number = number;
    t.service = number[0] == 'A' ? "chung-thuc" : number[0] == 'B' ? "ho-tich" : "dat-dai";
    t.state = "called";
    t.priority = priority;
    t.issuedAt = at("09:20:00");
    t.counter = counter;
    t.calls = 1;
    return t;
}

inline protocol::Counter counter(int number, const std::string& vi, const std::string& en) {
    protocol::Counter c;
    c.number = number;
    c.label = vi;
    c.labelEn = en;
    c.state = "open";
    return c;
}

inline protocol::Hall sampleHall() {
    protocol::Hall hall;
    hall.feed = "feed";
    hall.day = "2026-11-23";
    hall.open = hall.givesTickets = true;
    hall.centre.nameVi = "Trung tâm Phục vụ hành chính công";
    hall.centre.nameEn = "Public Administrative Service Centre";
    hall.centre.authorityVi = "UBND phường Tân Mẫu";
    hall.centre.authorityEn = "People's Committee of Tân Mẫu ward";
    hall.centre.hotline = "1022";
    hall.services = {{"chung-thuc", "A", "Chứng thực", "Certification", 1, 9, {1, 2}},
                     {"ho-tich", "B", "Hộ tịch", "Civil status (births, marriages, deaths)", 2, 8, {3}},
                     {"dat-dai", "C", "Đất đai", "Land", 3, 6, {4, 5}}};
    for (int n = 1; n <= 10; ++n) {
        hall.counters.push_back(counter(n, "Quầy số " + std::to_string(n), "Counter " + std::to_string(n)));
    }
    hall.counters.push_back(counter(11, "Bàn hướng dẫn", "Guide desk"));
    for (int i = 0; i < 23; ++i) hall.waiting.push_back(ticket("A1" + std::to_string(10 + i), 1));
    hall.recent = {ticket("A045", 2), ticket("B017", 3), ticket("A044", 1, true), ticket("C009", 4),
                   ticket("E006", 7), ticket("A043", 2), ticket("G011", 6),       ticket("A042", 1)};
    hall.missed = {ticket("A038", 2), ticket("B014", 3)};
    hall.missed[0].endedAt = at("09:40:00");
    hall.missed[1].endedAt = at("09:35:00");
    hall.waitSumS = 9 * 60 * 40;
    hall.waitCount = 40;
    return hall;
}

/// A call as it comes from the feed for the newest ticket of that number.
inline Call callOf(const protocol::Ticket& ticket, Ticks now) {
    return {1,
            ticket.id,
            ticket.number,
            ticket.service,
            ticket.counter.value_or(0),
            ticket.priority,
            ticket.calls,
            now};
}

inline const base::Wording& wording() {
    static const auto loaded = base::Wording::load(LUOT_SOURCE_DIR "/config/wording");
    if (!loaded) throw std::runtime_error(loaded.error().what);
    return *loaded;
}

/// What a display of that look shows; `board` holds the calls that are large.
struct Picture {
    protocol::Hall hall = sampleHall();
    CallBoard board;
    base::Instant time = at("09:42:10");
    Ticks now = 36'000 * 100;  ///< the first notice
    bool flashOn = false;
    std::optional<base::Instant> lostSince;
    Appearance appearance;
    draw::Size pixels{1920, 1080};

    draw::DrawList draw() const {
        return drawHall({&hall, board, time, now, flashOn, lostSince}, {wording(), appearance.language},
                        appearance, pixels);
    }
};

/// The screen of picture 01: one call at rest.
inline Picture oneCall() {
    Picture picture;
    picture.board.called(callOf(picture.hall.recent[0], picture.now - 7'000), picture.now - 7'000);
    return picture;
}

/// The screen of picture 03: two calls, the newer flashing.
inline Picture twoCalls() {
    Picture picture;
    auto& recent = picture.hall.recent;
    recent[1].number = "B018";
    recent[1].id = "id-B018";
    recent[1].calls = 2;
    recent[1].priority = true;
    recent[1].counter = 10;
    recent.insert(recent.begin(), {ticket("A046", 1, true), ticket("C010", 5)});
    picture.board.called(callOf(recent[1], picture.now - 7'500), picture.now - 7'500);
    picture.board.called(callOf(recent[0], picture.now - 1'000), picture.now - 1'000);
    picture.flashOn = true;
    picture.time = at("09:47:00");
    return picture;
}

/// The screen of picture 02: a priority ticket's second call, in the yellow half of its flash.
inline Picture recall() {
    Picture picture;
    auto& recent = picture.hall.recent;
    recent.insert(recent.begin(), ticket("B018", 10, true));
    recent[0].calls = 2;
    picture.board.called(callOf(recent[0], picture.now - 1'000), picture.now - 1'000);
    picture.flashOn = true;
    picture.time = at("09:44:00");
    return picture;
}

/// The screen of picture 06.
inline Picture lost() {
    Picture picture = oneCall();
    picture.hall.recent = {ticket("A051", 2), ticket("B022", 3), ticket("C012", 4), ticket("A050", 1, true)};
    picture.lostSince = at("10:11:20");
    picture.time = at("10:12:00");
    return picture;
}

inline Picture noCallYet() {
    Picture picture;
    picture.hall.recent.clear();
    picture.hall.missed.clear();
    picture.hall.waitCount = picture.hall.waitSumS = 0;
    return picture;
}

}  // namespace luot::display
