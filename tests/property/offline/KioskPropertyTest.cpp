#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

#include "base/Signature.hpp"
#include "dispenser/offline/KioskAlone.hpp"
#include "server/api/arguments/Arguments.hpp"
#include "server/api/wire/Alone.hpp"
#include "tests/unit/dispenser/offline/MemoryStore.hpp"
#include "tests/unit/queue/HallUnderTest.hpp"

/// Two kiosks with the real rules of the hall: alone, restarted, with wrong clocks, with frames that come
/// three times, late or never. No number is given twice, and every one is merged once.
namespace luot {
namespace {

using dispenser::offline::KioskAlone;
using dispenser::offline::test::MemoryStore;
using queue::test::HallUnderTest;

const base::Signature seal("secret");

/// What somebody holds in the hand.
struct Paper {
    std::string number;
    std::string id;
    base::Date day{};  ///< on the calendar
};

class Kiosk {
public:
    Kiosk(int digit, HallUnderTest& hall)
        : digit_(digit), hall_(hall), disk_("disk " + std::to_string(digit)) {
        restart();
    }

    void restart() {
        alone_.emplace(*KioskAlone::open(disk_));
        ++boot_;
    }
    void wipe() {
        disk_ = MemoryStore("new disk " + std::to_string(++wiped_));
        restart();
    }

    /// The clock may say anything.
    void press(base::Milliseconds clockError) {
        const bool known = clockError == base::Milliseconds{0};
        const auto ticket = alone_->number(
            {"a", "A", false, "vi", std::nullopt},
            {std::to_string(boot_), hall_.now.time_since_epoch().count(), hall_.now + clockError, known});
        if (ticket) papers.push_back({ticket->number, ticket->id, base::dateOf(hall_.now)});
    }

    /// The frame reaches the server `times` times, and its answer the kiosk or not.
    void handIn(int times, bool answered) {
        if (!alone_->hasPending()) return;
        const auto args = alone_->handIn(std::to_string(boot_), [](std::int64_t ticks) {
            return base::Instant(base::Milliseconds(ticks));
        });
        RC_ASSERT(server::api::wire::isOurs(args, seal));
        sent_.push_back(args);
        bool taken = false;
        for (int i = 0; i < times; ++i) taken = arrives(args) || taken;
        if (taken && answered)
            (void)alone_->handedIn();
        else
            alone_->handInFailed();
    }
    /// A frame of long ago comes out of some queue.
    void repeatOld(std::size_t which) {
        if (!sent_.empty()) arrives(sent_[which % sent_.size()]);
    }
    bool arrives(const base::json::Object& args) {
        const auto command = server::api::arguments::parseMerge(args);
        RC_ASSERT(command.has_value());
        const auto decision = hall_.give(*command);
        const auto words = decision ? std::string() : queue::word(decision.error().code);
        RC_ASSERT(words.empty() || words == "day_closed");
        return decision.has_value();
    }

    void ask(bool answered) {
        if (alone_->hasPending()) return;
        auto command = *server::api::arguments::parseSeries(alone_->question());
        std::get<queue::BeginSeries>(command).digit = digit_;
        if (!hall_.give(command) || !answered) return;
        RC_ASSERT(alone_->begin(server::api::wire::seriesAnswer(hall_.state, digit_, seal)).has_value());
    }
    bool hasPending() const { return alone_->hasPending(); }

    std::vector<Paper> papers;

private:
    int digit_;
    HallUnderTest& hall_;
    MemoryStore disk_;
    std::optional<KioskAlone> alone_;
    std::vector<base::json::Object> sent_;
    int boot_ = 0;
    int wiped_ = 0;
};

void step(HallUnderTest& hall, Kiosk& kiosk) {
    switch (*rc::gen::inRange(0, 12)) {
        case 0:
        case 1:
        case 2:
        case 3:
            return kiosk.press(base::Milliseconds{0});
        case 4:
            return kiosk.press(std::chrono::hours(*rc::gen::inRange(-72, 72)));
        case 5:
            return kiosk.restart();
        case 6:
            return kiosk.ask(*rc::gen::arbitrary<bool>());
        case 7:
            return kiosk.handIn(*rc::gen::inRange(0, 4), *rc::gen::arbitrary<bool>());
        case 8:
            return kiosk.repeatOld(*rc::gen::inRange<std::size_t>(0, 20));
        case 9:
            hall.pass(std::chrono::minutes(*rc::gen::inRange(1, 90)));
            break;
        case 10:
            hall.pass(std::chrono::hours(*rc::gen::inRange(1, 20)));
            break;
        default:
            if (hall.state.givesTickets(hall.now)) hall.issue("a");
            return;
    }
    hall.give(queue::TimePassed{});
}

/// How often each ticket was issued, in the journal.
std::map<std::string, int> issuedOf(const HallUnderTest& hall) {
    std::map<std::string, int> times;
    for (const auto& [at, event] : hall.journal)
        if (const auto* issued = std::get_if<queue::TicketIssued>(&event)) ++times[issued->ticket.id];
    return times;
}

void judge(const HallUnderTest& hall, const std::vector<const Kiosk*>& kiosks) {
    const auto issued = issuedOf(hall);
    for (const auto& [id, times] : issued) RC_ASSERT(times == 1);
    std::set<std::pair<std::string, int>> inHands;
    for (const auto* kiosk : kiosks)
        for (const auto& paper : kiosk->papers) {
            RC_ASSERT(issued.contains(paper.id));
            const auto day = static_cast<int>(std::chrono::sys_days(paper.day).time_since_epoch().count());
            RC_ASSERT(inHands.emplace(paper.number, day).second);
        }
}

void finish(HallUnderTest& hall, Kiosk& kiosk) {
    for (int i = 0; i < 20 && kiosk.hasPending(); ++i) kiosk.handIn(1, true);
    RC_ASSERT(!kiosk.hasPending());
    hall.give(queue::TimePassed{});
}

RC_GTEST_PROP(KioskPropertyTest, NoNumberIsGivenTwiceAndEveryOneIsMergedOnce, ()) {
    auto hall = HallUnderTest::working();
    Kiosk seven(7, hall), eight(8, hall);
    seven.ask(true);
    eight.ask(true);
    const int steps = *rc::gen::inRange(1, 120);
    for (int i = 0; i < steps; ++i) step(hall, *rc::gen::arbitrary<bool>() ? seven : eight);
    finish(hall, seven);
    finish(hall, eight);
    judge(hall, {&seven, &eight});
}

RC_GTEST_PROP(KioskPropertyTest, WaitingTicketsStandInTheOrderOfTheirTimes, ()) {
    auto hall = HallUnderTest::working();
    Kiosk seven(7, hall), eight(8, hall);
    seven.ask(true);
    eight.ask(true);
    const int steps = *rc::gen::inRange(1, 60);
    for (int i = 0; i < steps; ++i) {
        hall.pass(std::chrono::seconds(*rc::gen::inRange(1, 120)));
        switch (*rc::gen::inRange(0, 5)) {
            case 0:
            case 1:
                seven.press(base::Milliseconds{0});
                break;
            case 2:
                eight.press(base::Milliseconds{0});
                break;
            case 3:
                hall.issue("a");
                break;
            default:
                (*rc::gen::arbitrary<bool>() ? seven : eight).handIn(1, true);
        }
    }
    finish(hall, seven);
    finish(hall, eight);
    base::Instant before{};
    for (const auto& [place, id] : hall.state.queues["a"].of(queue::TicketClass::normal)) {
        RC_ASSERT(before <= hall.ticket(id).issuedAt);
        before = hall.ticket(id).issuedAt;
    }
}

RC_GTEST_PROP(KioskPropertyTest, DiskThatWasLostGivesNothingMoreWithItsDigit, ()) {
    auto hall = HallUnderTest::working();
    Kiosk kiosk(7, hall);
    kiosk.ask(true);
    const int before = *rc::gen::inRange(0, 5);
    for (int i = 0; i < before; ++i) kiosk.press(base::Milliseconds{0});
    kiosk.wipe();
    kiosk.ask(true);
    kiosk.press(base::Milliseconds{0});
    RC_ASSERT(static_cast<int>(kiosk.papers.size()) == before);
}

}  // namespace
}  // namespace luot
