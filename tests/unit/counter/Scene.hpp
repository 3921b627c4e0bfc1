#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "counter-client/desk/Desk.hpp"

/// A hall of four counters in mid-morning, for tests of the clerk's window.
namespace luot::counterclient::test {

using desk::Desk;
using desk::KeyCode;
using hall::Moment;

constexpr int ownCounter = 2;
inline base::Instant tenOClock() { return *base::parseInstant("2026-11-23T10:00:00+07:00"); }

inline protocol::Counter makeCounter(int number, std::string state, std::vector<std::string> services) {
    protocol::Counter counter;
    counter.number = number;
    counter.label = "Quầy số 0" + std::to_string(number);
    counter.labelEn = "Counter 0" + std::to_string(number);
    counter.state = std::move(state);
    counter.services = std::move(services);
    return counter;
}

inline protocol::Service makeService(std::string id, std::string prefix, std::string vi, std::string en) {
    protocol::Service service;
    service.id = std::move(id);
    service.prefix = std::move(prefix);
    service.labelVi = std::move(vi);
    service.labelEn = std::move(en);
    return service;
}

inline protocol::Hall emptyHall() {
    protocol::Hall hall;
    hall.feed = "feed";
    hall.seq = 100;
    hall.day = "2026-11-23";
    hall.open = true;
    hall.givesTickets = true;
    hall.now = tenOClock();
    hall.centre.recallGapS = 20;
    hall.centre.noShowAfterCalls = 3;
    hall.centre.noShowAfterS = 120;
    hall.services = {makeService("chung-thuc", "A", "Chứng thực", "Certification"),
                     makeService("ho-tich", "B", "Hộ tịch", "Civil status"),
                     makeService("dat-dai", "C", "Đất đai", "Land")};
    hall.counters = {makeCounter(1, "open", {"chung-thuc", "ho-tich"}),
                     makeCounter(2, "open", {"chung-thuc", "ho-tich"}), makeCounter(3, "paused", {"dat-dai"}),
                     makeCounter(12, "open", {"dat-dai", "ho-tich"}), makeCounter(14, "closed", {"dat-dai"})};
    hall.counters[1].clerk = "Lê Thị Mai";
    return hall;
}

/// A waiting ticket taken so many minutes before ten o'clock. Its service follows from its letter.
inline protocol::Ticket makeTicket(const std::string& number, int minutes) {
    protocol::Ticket ticket;
    ticket.id = "id-" + number;
    ticket.number = number;
    ticket.service = number[0] == 'A' ? "chung-thuc" : number[0] == 'B' ? "ho-tich" : "dat-dai";
    ticket.state = "waiting";
    ticket.lane = "normal";
    ticket.issuedAt = tenOClock() - base::Minutes(minutes);
    ticket.place = 1000 - minutes;
    return ticket;
}

/// The desk of counter 2, fed through a HallView as the program does it, on clocks that the test moves.
class Scene {
public:
    explicit Scene(protocol::Hall hall = emptyHall(), bool online = true) : hall_(std::move(hall)) {
        if (online) desk.linkUp();
        refresh();
        later(base::Seconds(1));  // past the deafness of the first picture
    }

    protocol::Hall& hall() { return hall_; }
    void refresh() {
        ++hall_.seq;
        ASSERT_TRUE(view.apply(protocol::Snapshot{hall_.seq, 1, 1, hall_}));
        desk.refreshed(now);
    }
    void wait(const std::string& number, int minutes, bool priority = false) {
        hall_.waiting.push_back(makeTicket(number, minutes));
        hall_.waiting.back().priority = priority;
        refresh();
    }
    /// Counter 2 called that number `seconds` ago, for the n-th time; it is not told by an event.
    void call(const std::string& number, int seconds, int calls = 1) {
        auto ticket = makeTicket(number, 12);
        ticket.state = "called";
        ticket.counter = ownCounter;
        ticket.calls = calls;
        ticket.calledAt = ticket.callingSince = ticket.lastCalledAt = now.server - base::Seconds(seconds);
        hall_.called = {ticket};
        hall_.counters[1].ticket = ticket.id;
        refresh();
        later(base::Seconds(1));
    }
    void serve(const std::string& number, int seconds) {
        call(number, seconds + 30);
        auto ticket = hall_.called[0];
        hall_.called.clear();
        ticket.state = "serving";
        ticket.startedAt = now.server - base::Seconds(seconds);
        hall_.serving = {ticket};
        refresh();
        later(base::Seconds(1));
    }
    void counterState(const std::string& state) {
        hall_.counters[1].state = state;
        refresh();
        later(base::Seconds(1));
    }
    void later(base::Milliseconds time) {
        now.local += time.count();
        now.server += time;
    }
    std::optional<desk::Order> press(KeyCode code) { return desk.press({code, 0}, now); }
    std::optional<desk::Order> type(char c) { return desk.press(desk::characterKey(c), now); }
    std::string commandOf(KeyCode code) {
        const auto order = press(code);
        return order ? order->name : "";
    }
    void answer(bool ok = true) {
        protocol::Reply reply;
        reply.ok = ok;
        desk.take(reply, now);
    }
    std::string said() const { return desk.notice(now).text.key; }

    Moment now{1000000, tenOClock()};
    protocol::HallView view;
    Desk desk{view, {ownCounter, "Lê Thị Mai"}};

private:
    protocol::Hall hall_;
};

inline std::string text(const desk::Order& order) {
    return order.name + " " + base::json::serialize(base::json::Value(order.args));
}

}  // namespace luot::counterclient::test
