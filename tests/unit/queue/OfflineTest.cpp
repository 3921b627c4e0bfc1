#include <fmt/format.h>

#include "queue/event/EventCodec.hpp"
#include "queue/outlook/Alerts.hpp"
#include "tests/unit/queue/HallUnderTest.hpp"

/// Numbers that kiosks gave alone, and how they come into the hall.
namespace luot::queue::test {
namespace {

using std::chrono::minutes;

constexpr base::Date tuesday{std::chrono::year(2026), std::chrono::November, std::chrono::day(24)};

MergeOfflineTickets::Slip slip(int digit, int sequence, Instant issuedAt, const std::string& service = "a") {
    MergeOfflineTickets::Slip made;
    made.id = fmt::format("k{}-{}-{}", digit, sequence, issuedAt.time_since_epoch().count());
    made.number = fmt::format("{}{}-{:03}", service == "a" ? "A" : "B", digit, sequence);
    made.sequence = sequence;
    made.service = service;
    made.issuedAt = issuedAt;
    return made;
}

MergeOfflineTickets merge(int digit, std::vector<MergeOfflineTickets::Slip> slips, base::Date day = monday) {
    return {digit, "disk", day, std::move(slips)};
}

std::vector<std::string> waitingFor(const HallUnderTest& hall, const std::string& service) {
    std::vector<std::string> numbers;
    for (const auto& [place, id] : hall.state.queues.at(service).of(TicketClass::normal))
        numbers.push_back(hall.ticket(id).number);
    return numbers;
}

TEST(MergeOfflineTest, TicketsOfTwoKiosksStandByTheirTimeBetweenThoseOfTheServer) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.now = at(9);
    hall.issue("a");
    hall.now = at(9, 1);
    ASSERT_TRUE(
        hall.give(merge(7, {slip(7, 1, at(8, 10)), slip(7, 2, at(8, 30)), slip(7, 3, at(9, 0, 30))})));
    ASSERT_TRUE(hall.give(merge(8, {slip(8, 1, at(8, 20)), slip(8, 2, at(8, 40))})));
    EXPECT_EQ(waitingFor(hall, "a"),
              (std::vector<std::string>{"A001", "A7-001", "A8-001", "A7-002", "A8-002", "A002", "A7-003"}));
    hall.now = at(9, 2);
    hall.issue("a");
    EXPECT_EQ(waitingFor(hall, "a").back(), "A003") << "online numbers go on in their order";
}

TEST(MergeOfflineTest, FindsRoomForHundredsOfTicketsOfFourKiosksBetweenTwo) {
    auto hall = HallUnderTest::working();
    hall.issue("a");
    hall.now = at(11);
    hall.issue("a");
    for (int part = 0; part < 4; ++part)
        for (int kiosk = 1; kiosk <= 4; ++kiosk) {
            std::vector<MergeOfflineTickets::Slip> slips;
            for (int i = 1; i <= 40; ++i) {
                const int sequence = part * 40 + i;
                slips.push_back(slip(kiosk, sequence, at(8, 1) + base::Seconds(sequence * 40 + kiosk)));
            }
            ASSERT_TRUE(hall.give(merge(kiosk, slips)));
        }
    Instant before{};
    for (const auto& [place, id] : hall.state.queues.at("a").of(TicketClass::normal)) {
        EXPECT_LE(before, hall.ticket(id).issuedAt) << hall.ticket(id).number;
        before = hall.ticket(id).issuedAt;
    }
    EXPECT_EQ(hall.state.waiting(), 642U);
}

/// Seed 1324 of the simulation: whoever was called and sent back takes the room of those who come after.
TEST(MergeOfflineTest, WhoWasCalledBoundsNobody) {
    auto hall = HallUnderTest::working();
    hall.now = at(10);
    hall.issue("a");
    ASSERT_TRUE(hall.give(merge(7, {slip(7, 1, at(8))})));
    const auto called = hall.callNext(1);
    ASSERT_EQ(called, "A7-001");
    hall.give(TransferTicket{hall.state.idOfNumber.at(called), "b", std::nullopt});
    for (int i = 2; i <= 40; ++i) ASSERT_TRUE(hall.give(merge(7, {slip(7, i, at(8, i))})));
    ASSERT_TRUE(hall.give(merge(8, {slip(8, 1, at(8, 20, 30))})));
    const auto order = waitingFor(hall, "a");
    ASSERT_EQ(order.size(), 41U);
    EXPECT_EQ(order[18], "A7-020");
    EXPECT_EQ(order[19], "A8-001");
    EXPECT_EQ(order[39], "A7-040");
    EXPECT_EQ(order[40], "A001");
}

TEST(MergeOfflineTest, RepeatsAreNothing) {
    auto hall = HallUnderTest::working();
    hall.now = at(9);
    const auto both = merge(7, {slip(7, 1, at(8, 10)), slip(7, 2, at(8, 20))});
    EXPECT_EQ(hall.answer(both), "ok");
    EXPECT_EQ(hall.answer(both), "nothing");
    auto more = both;
    more.slips.push_back(slip(7, 3, at(8, 30)));
    const auto decision = hall.give(more);
    ASSERT_TRUE(decision);
    EXPECT_EQ(decision->size(), 1U) << "the third alone is new";
    EXPECT_EQ(hall.state.waiting(), 3U);
}

TEST(MergeOfflineTest, TicketsSayThatAKioskGaveThemAlone) {
    auto hall = HallUnderTest::working();
    hall.now = at(9);
    hall.give(merge(7, {slip(7, 12, at(8, 10))}));
    const auto& ticket = hall.ticket(slip(7, 12, at(8, 10)).id);
    EXPECT_EQ(ticket.number, "A7-012");
    EXPECT_EQ(ticket.issuedAt, at(8, 10));
    EXPECT_EQ(ticket.offline, (OfflineNumber{7, monday, 12}));
    EXPECT_EQ(hall.callNext(1), "A7-012");
}

TEST(MergeOfflineTest, TicketOfAServiceThatIsClosedOrGoneIsTaken) {
    auto rules = smallCentre();
    rules.services[0].quota = 0;
    auto hall = HallUnderTest::working(rules);
    hall.now = at(12);
    EXPECT_EQ(hall.answer(merge(7, {slip(7, 1, at(8, 10))})), "ok") << "none left, and noon besides";
    EXPECT_EQ(hall.answer(merge(7, {slip(7, 2, at(8, 10), "gone")})), "ok");
    EXPECT_EQ(hall.state.waiting(), 2U);
    EXPECT_EQ(hall.answer(TransferTicket{slip(7, 2, at(8, 10)).id, "b", std::nullopt}), "ok");
}

TEST(MergeOfflineTest, TimesAreNeverInTheFutureNorBeforeTheTicketBefore) {
    auto hall = HallUnderTest::working();
    hall.now = at(9);
    hall.give(merge(7, {slip(7, 1, at(8, 30)), slip(7, 2, at(8, 10)), slip(7, 3, at(20))}));
    EXPECT_EQ(hall.ticket(slip(7, 2, at(8, 10)).id).issuedAt, at(8, 30));
    EXPECT_EQ(hall.ticket(slip(7, 3, at(20)).id).issuedAt, at(9));
}

TEST(MergeOfflineTest, TicketsOfADayThatIsOverAreRecordedAndExpired) {
    auto hall = HallUnderTest::working();
    hall.now = at(8, 0, 0, tuesday);
    hall.give(TimePassed{});
    ASSERT_EQ(hall.state.day, tuesday);
    const auto decision = hall.give(merge(7, {slip(7, 1, at(16))}));
    ASSERT_TRUE(decision);
    ASSERT_EQ(decision->size(), 2U);
    EXPECT_TRUE(std::holds_alternative<TicketExpired>(decision->back()));
    EXPECT_EQ(hall.state.waiting(), 0U);
    EXPECT_EQ(hall.state.ended.at(slip(7, 1, at(16)).id).number, "A7-001");
    hall.give(OpenCounter{1, "clerk"});
    EXPECT_EQ(hall.answer(CallNumber{1, "A7-001"}), "wrong_state") << "known, and over";
}

TEST(MergeOfflineTest, NumberOfAnOldSeriesThatWasTakenThisMorningWaitsToday) {
    auto hall = HallUnderTest::working();
    hall.now = at(9, 0, 0, tuesday);
    hall.give(TimePassed{});
    hall.give(merge(7, {slip(7, 41, at(7, 40, 0, tuesday))}));
    EXPECT_EQ(hall.state.waiting(), 1U);
}

TEST(MergeOfflineTest, NobodyIsLeftOutWhoseTimeIsNotKnown) {
    auto hall = HallUnderTest::working();
    hall.now = at(9, 0, 0, tuesday);
    hall.give(TimePassed{});
    auto doubtful = slip(7, 41, at(16));
    doubtful.timeKnown = false;
    hall.give(merge(7, {doubtful}));
    EXPECT_EQ(hall.state.waiting(), 1U);
}

TEST(MergeOfflineTest, AfterTheDaysEndTicketsExpireAtOnce) {
    auto hall = HallUnderTest::working();
    hall.now = at(20);
    hall.give(TimePassed{});
    ASSERT_FALSE(hall.state.open);
    EXPECT_EQ(hall.answer(merge(7, {slip(7, 1, at(16))})), "ok");
    EXPECT_EQ(hall.state.waiting(), 0U);
}

TEST(MergeOfflineTest, TicketThatTheServerMadeForTheSamePressIsCancelled) {
    auto hall = HallUnderTest::working();
    const auto ghost = hall.issue("a");
    hall.now = at(9);
    auto own = slip(7, 1, at(8));
    own.replaces = ghost;
    hall.give(merge(7, {own}));
    EXPECT_EQ(waitingFor(hall, "a"), std::vector<std::string>{"A7-001"});
    EXPECT_EQ(hall.state.ended.at(ghost).state, TicketState::cancelled);
}

TEST(MergeOfflineTest, NumberMustBeOfDigitAndSequence) {
    auto hall = HallUnderTest::working();
    hall.now = at(9);
    for (const auto* number : {"A8-001", "A7-002", "A7-01", "A001", "A-7-001", "7-0001"}) {
        auto wrong = slip(7, 1, at(8));
        wrong.number = number;
        EXPECT_EQ(hall.answer(merge(7, {wrong})), "bad_argument") << number;
    }
    EXPECT_EQ(hall.answer(merge(7, {slip(7, 2, at(8)), slip(7, 1, at(8))})), "bad_argument");
    EXPECT_EQ(hall.answer(merge(7, {})), "bad_argument");
}

TEST(MergeOfflineTest, PaperRollHasNoNumberLikeAKiosks) {
    auto hall = HallUnderTest::working();
    hall.now = at(9);
    EXPECT_EQ(hall.answer(AddPaperTickets{"a", {{"p1", "A7-012", at(8)}}}), "bad_argument");
    EXPECT_EQ(hall.answer(AddPaperTickets{"a", {{"p1", "A-012", at(8)}}}), "ok");
}

TEST(BeginSeriesTest, DigitBelongsToItsDiskForEver) {
    auto hall = HallUnderTest::working();
    EXPECT_EQ(hall.answer(BeginSeries{7, "disk"}), "ok");
    EXPECT_EQ(hall.answer(BeginSeries{7, "disk"}), "nothing");
    EXPECT_EQ(hall.answer(BeginSeries{7, "other disk"}), "series_taken");
    hall.now = at(9, 0, 0, tuesday);
    hall.give(TimePassed{});
    EXPECT_EQ(hall.answer(BeginSeries{7, "other disk"}), "series_taken") << "also on later days";
    EXPECT_EQ(hall.answer(BeginSeries{7, "disk", monday, 7}), "ok");
    EXPECT_EQ(hall.state.kiosks.at(7).day, tuesday);
}

TEST(BeginSeriesTest, TokenWithoutDigitGetsNone) {
    auto hall = HallUnderTest::working();
    EXPECT_EQ(hall.answer(BeginSeries{-1, "disk"}), "no_digit");
}

TEST(BeginSeriesTest, NewSeriesBeginsBehindWhatStandsInTodaysHall) {
    auto hall = HallUnderTest::working();
    hall.give(BeginSeries{7, "disk"});
    hall.now = at(9, 0, 0, tuesday);
    hall.give(TimePassed{});
    hall.give(merge(7, {slip(7, 41, at(7, 40, 0, tuesday))}));
    hall.give(BeginSeries{7, "disk", monday, 7});
    EXPECT_EQ(hall.state.kiosks.at(7).after, 41);
    constexpr base::Date wednesday{std::chrono::year(2026), std::chrono::November, std::chrono::day(25)};
    hall.now = at(9, 0, 0, wednesday);
    hall.give(TimePassed{});
    hall.give(BeginSeries{7, "disk", tuesday, 7});
    EXPECT_EQ(hall.state.kiosks.at(7).after, 0);
}

TEST(BeginSeriesTest, NumbersOfTheNightBeforeTheDayOpenedAreNotGivenAgainThatDay) {
    auto hall = HallUnderTest::working();
    hall.give(BeginSeries{7, "disk"});
    hall.now = at(0, 40, 0, tuesday);
    hall.give(TimePassed{});
    hall.give(merge(7, {slip(7, 40, at(23, 59)), slip(7, 41, at(0, 30, 0, tuesday))}));
    hall.now = at(9, 0, 0, tuesday);
    hall.give(TimePassed{});
    hall.give(BeginSeries{7, "disk", monday, 7});
    EXPECT_EQ(hall.state.kiosks.at(7).after, 41);
}

TEST(BeginSeriesTest, RepeatsAreKnownOnTheNextDayAndLongAfter) {
    auto hall = HallUnderTest::working();
    hall.give(BeginSeries{7, "disk"});
    hall.now = at(9);
    const auto old = merge(7, {slip(7, 1, at(8, 10)), slip(7, 2, at(8, 20))});
    hall.give(old);
    hall.now = at(9, 0, 0, tuesday);
    hall.give(TimePassed{});
    EXPECT_EQ(hall.answer(old), "nothing") << "the answer was lost, and a night passed";
    hall.give(BeginSeries{7, "disk", monday, 7});
    EXPECT_EQ(hall.answer(old), "nothing");
    hall.give(merge(7, {slip(7, 1, at(8, 30, 0, tuesday))}, tuesday));
    hall.give(BeginSeries{7, "disk", tuesday, 7});
    EXPECT_TRUE(hall.state.kiosks.at(7).merged.size() == 1U) << "nothing is kept that cannot come again";
    EXPECT_EQ(hall.answer(old), "nothing");
}

TEST(BeginSeriesTest, DayReplayedAloneKnowsTheKiosks) {
    auto hall = HallUnderTest::working();
    hall.give(BeginSeries{7, "disk"});
    hall.now = at(9);
    hall.give(merge(7, {slip(7, 1, at(8, 10))}));
    hall.now = at(9, 0, 0, tuesday);
    hall.give(TimePassed{});
    Hall replayed;
    replayed.rules = hall.state.rules;
    for (const auto& [when, event] : hall.journal)
        if (const auto* opened = std::get_if<DayOpened>(&event); opened && opened->day == tuesday)
            evolve(replayed, event, when);
    EXPECT_EQ(replayed.kiosks, hall.state.kiosks);
}

TEST(BeginSeriesTest, KioskThatHandedInBeforeItAskedSurvivesTheJournal) {
    auto hall = HallUnderTest::working();
    hall.now = at(9);
    hall.give(merge(7, {slip(7, 1, at(8, 10))}));
    DayOpened opened{monday, false, {}};
    opened.carried.kiosks = {hall.state.kiosks.at(7)};
    const auto text = encodeEvent(opened);
    ASSERT_TRUE(decodeEvent("day_opened", *base::json::parse(text)));
}

/// The devices for which the head is told to make a new token.
std::vector<std::string> refusedOf(const HallUnderTest& hall) {
    std::vector<std::string> devices;
    for (const auto& alert : alertsOf(hall.state, hall.now))
        if (alert.code == AlertCode::seriesRefused) devices.push_back(alert.device.value());
    return devices;
}

BeginSeries asking(int digit, const std::string& store) {
    BeginSeries question{digit, store};
    question.device = "kiosk-1";
    return question;
}

TEST(SeriesRefusalTest, StandsUntilTheKioskHasASeriesOfAnotherDigit) {
    auto hall = HallUnderTest::working();
    hall.give(asking(7, "disk"));
    EXPECT_EQ(hall.answer(RecordSeriesRefusal{"kiosk-1", 7}), "ok");
    EXPECT_EQ(hall.answer(RecordSeriesRefusal{"kiosk-1", 7}), "nothing") << "it asks after each connection";
    EXPECT_EQ(refusedOf(hall), (std::vector<std::string>{"kiosk-1"}));
    hall.give(CloseDay{});
    EXPECT_EQ(refusedOf(hall), (std::vector<std::string>{"kiosk-1"})) << "also when the hall is closed";
    hall.give(OpenDay{});
    hall.give(asking(8, "new disk"));
    EXPECT_TRUE(refusedOf(hall).empty());
}

TEST(SeriesRefusalTest, StandsUntilTheOldDiskIsBack) {
    auto hall = HallUnderTest::working();
    hall.give(asking(7, "disk"));
    hall.give(RecordSeriesRefusal{"kiosk-1", 7});
    EXPECT_EQ(hall.answer(asking(7, "disk")), "ok") << "the series is known, that it is back is news";
    EXPECT_TRUE(refusedOf(hall).empty());
    EXPECT_EQ(hall.answer(asking(7, "disk")), "nothing");
}

TEST(SeriesRefusalTest, OutlivesTheNightAndIsForgottenWhenTheKioskIsGone) {
    auto hall = HallUnderTest::working();
    hall.give(RecordSeriesRefusal{"kiosk-1", 7});
    hall.now = at(9, 0, 0, tuesday);
    hall.give(TimePassed{});
    EXPECT_EQ(refusedOf(hall), (std::vector<std::string>{"kiosk-1"})) << "before it asks again";
    auto stillThere = hall;
    EXPECT_EQ(stillThere.answer(RecordSeriesRefusal{"kiosk-1", 7}), "ok");
    constexpr base::Date wednesday{std::chrono::year(2026), std::chrono::November, std::chrono::day(25)};
    for (auto* each : {&hall, &stillThere}) {
        each->now = at(9, 0, 0, wednesday);
        each->give(TimePassed{});
    }
    EXPECT_TRUE(refusedOf(hall).empty()) << "it did not ask on Tuesday";
    EXPECT_EQ(refusedOf(stillThere), (std::vector<std::string>{"kiosk-1"}));
}

TEST(SeriesRefusalTest, SurvivesTheJournalAndADayReplayedAlone) {
    auto hall = HallUnderTest::working();
    hall.give(RecordSeriesRefusal{"kiosk-1", 7});
    hall.now = at(9, 0, 0, tuesday);
    hall.give(TimePassed{});
    Hall replayed;
    replayed.rules = hall.state.rules;
    bool today = false;
    for (const auto& [when, event] : hall.journal) {
        const auto* opened = std::get_if<DayOpened>(&event);
        today = today || (opened && opened->day == tuesday);
        if (!today) continue;
        const auto read = decodeEvent(eventName(event), *base::json::parse(encodeEvent(event)));
        ASSERT_TRUE(read);
        evolve(replayed, *read, when);
    }
    EXPECT_FALSE(replayed.refusedKiosks.empty());
    EXPECT_EQ(replayed.refusedKiosks, hall.state.refusedKiosks);
}

TEST(SeriesRefusalTest, EventsOfOlderJournalsNameNoDevice) {
    const auto begun = decodeEvent(
        "series_begun", *base::json::parse(R"({"series":)" + base::json::encodeText(KioskSeries{}) + "}"));
    ASSERT_TRUE(begun);
    EXPECT_EQ(std::get<SeriesBegun>(*begun).device, "");
}

TEST(MergedDayTest, KeepsRanges) {
    MergedDay day;
    for (const int sequence : {1, 2, 5, 4, 9, 3, 3}) day.add(sequence);
    EXPECT_EQ(day.ranges, (std::vector<MergedDay::Range>{{1, 5}, {9, 9}}));
    EXPECT_TRUE(day.contains(4));
    EXPECT_FALSE(day.contains(6));
}

}  // namespace
}  // namespace luot::queue::test
