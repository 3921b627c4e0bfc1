#include "tests/unit/queue/HallUnderTest.hpp"

namespace luot::queue::test {
namespace {

using std::chrono::minutes;

Appointment booked(std::string id, Instant slot, std::string service = "a") {
    return {std::move(id), std::move(service), slot, "portal", std::nullopt};
}

IssueTicket withAppointment(const std::string& appointment, const std::string& id) {
    auto command = issueOf("a", id);
    command.appointment = appointment;
    return command;
}

/// Nobody is priority here; the appointment at 9:00 has come at `arrival`, behind one normal ticket.
HallUnderTest bookedAtNine(Instant arrival) {
    auto hall = HallUnderTest::working();
    hall.give(ImportAppointments{{booked("x", at(9))}});
    hall.now = arrival;
    hall.issue("a");
    EXPECT_EQ(hall.answer(withAppointment("x", "booked")), "ok");
    return hall;
}

TEST(AppointmentTest, GoesAheadOfNormalAroundItsSlot) {
    auto hall = bookedAtNine(at(8, 50));
    hall.now = at(8, 55);
    EXPECT_EQ(hall.callNext(1), "A002");
    EXPECT_EQ(hall.lastReason().code, ReasonCode::appointment);
    EXPECT_EQ(hall.lastReason().passedOver, std::vector<std::string>{"A001"});
}

TEST(AppointmentTest, IsANormalTicketBeforeItsSlot) {
    auto hall = bookedAtNine(at(8, 40));
    hall.now = at(8, 54, 59);
    EXPECT_EQ(hall.callNext(1), "A001");
}

TEST(AppointmentTest, IsANormalTicketByItsArrivalWhenTheSlotIsOver) {
    auto hall = bookedAtNine(at(9, 5));
    hall.issue("a");
    hall.now = at(9, 10, 1);
    EXPECT_EQ(hall.serveNext(1), "A001");
    EXPECT_EQ(hall.serveNext(1), "A002");
    EXPECT_EQ(hall.serveNext(1), "A003");
}

TEST(AppointmentTest, StandsBehindPriority) {
    auto hall = bookedAtNine(at(8, 58));
    hall.issue("a", true);
    EXPECT_EQ(hall.serveNext(1), "A003");
    EXPECT_EQ(hall.serveNext(1), "A002");
}

TEST(AppointmentTest, StandsBehindPriorityUnderEveryPolicyThatGivesPriorityAnything) {
    for (const auto* policy : {"default", "strict", "head_start", "accumulating"}) {
        auto rules = smallCentre();
        rules.order = *policyNamed(policy);
        auto hall = HallUnderTest::working(rules);
        hall.give(ImportAppointments{{booked("x", at(8, 10))}});
        hall.issue("a");
        hall.issue("a", true);
        EXPECT_EQ(hall.answer(withAppointment("x", "booked")), "ok");
        hall.pass(minutes(6));
        EXPECT_EQ(hall.serveNext(1), "A002") << policy;
        EXPECT_EQ(hall.serveNext(1), "A003") << policy;
        EXPECT_EQ(hall.serveNext(1), "A001") << policy;
    }
}

/// Normal, by its arrival, is what one before its slot is; also behind a booked one that must let priority go
/// first.
TEST(AppointmentTest, BeforeItsSlotIsNotHiddenByAnEarlierOneInItsSlot) {
    auto rules = smallCentre();
    rules.order = *policyNamed("accumulating");
    auto hall = HallUnderTest::working(rules);
    hall.give(ImportAppointments{{booked("x", at(8, 5)), booked("y", at(10))}});
    EXPECT_EQ(hall.answer(withAppointment("x", "in its slot")), "ok");
    EXPECT_EQ(hall.answer(withAppointment("y", "before its slot")), "ok");
    hall.pass(minutes(5));
    hall.issue("a");
    hall.pass(minutes(3));
    hall.issue("a", true);
    EXPECT_EQ(hall.serveNext(1), "A002");
}

TEST(AppointmentTest, ServesOneTicketOnly) {
    auto hall = bookedAtNine(at(8, 50));
    EXPECT_EQ(hall.answer(withAppointment("x", "again")), "appointment_used");
    EXPECT_EQ(hall.answer(withAppointment("y", "other")), "unknown_appointment");
}

TEST(AppointmentTest, IsRefusedForAnotherServiceOrDay) {
    auto hall = HallUnderTest::working();
    hall.give(ImportAppointments{{booked("x", at(9), "b"), booked("y", at(9, 0, 0, base::nextDay(monday)))}});
    EXPECT_EQ(hall.answer(withAppointment("x", "1")), "bad_argument");
    EXPECT_EQ(hall.answer(withAppointment("y", "2")), "bad_argument");
}

TEST(AppointmentTest, OfTomorrowIsThereWhenTheDayBegins) {
    auto hall = HallUnderTest::working();
    const auto tomorrow = base::nextDay(monday);
    hall.give(ImportAppointments{{booked("old", at(9)), booked("x", at(9, 0, 0, tomorrow))}});
    hall.now = at(8, 57, 0, tomorrow);
    hall.give(TimePassed{});
    EXPECT_EQ(hall.state.appointments.size(), 1u) << "those of yesterday are gone";
    EXPECT_EQ(hall.answer(withAppointment("x", "1")), "ok");
}

TEST(AppointmentTest, InThePastOrOfAnUnknownServiceIsNotImported) {
    auto hall = HallUnderTest::working();
    EXPECT_EQ(hall.answer(ImportAppointments{{booked("x", at(9)), booked("y", at(7, 59))}}), "slot_passed");
    EXPECT_EQ(hall.answer(ImportAppointments{{booked("x", at(9), "z")}}), "unknown_service");
    EXPECT_TRUE(hall.state.appointments.empty()) << "all or none";
}

TEST(AppointmentTest, StandsOnceInAListAndMayComeAgainInAnother) {
    auto hall = HallUnderTest::working();
    EXPECT_EQ(hall.answer(ImportAppointments{{booked("x", at(9)), booked("x", at(10))}}), "named_twice");
    EXPECT_TRUE(hall.state.appointments.empty());
    hall.give(ImportAppointments{{booked("x", at(9))}});
    EXPECT_EQ(hall.answer(ImportAppointments{{booked("x", at(10))}}), "ok");
    EXPECT_EQ(hall.state.appointments.at("x").slot, at(10));
}

const base::Date tuesday = base::nextDay(monday);

TEST(AppointmentTest, LiesInASessionOfTheDay) {
    auto rules = smallCentre();
    rules.calendar.overrides.push_back({tuesday, false, std::nullopt, "holiday"});
    auto hall = HallUnderTest::working(rules);
    const auto wednesday = base::nextDay(tuesday);
    const base::Date sunday{monday.year(), monday.month(), std::chrono::day(29)};
    for (const auto closed : {at(11, 30), at(12), at(17), at(9, 0, 0, tuesday), at(7, 29, 59, wednesday),
                              at(3, 0, 0, wednesday), at(9, 0, 0, sunday)})
        EXPECT_EQ(hall.answer(ImportAppointments{{booked("x", closed)}}), "slot_closed")
            << base::formatInstant(closed);
    for (const auto open : {at(11, 29, 59), at(13, 30), at(7, 30, 0, wednesday)})
        EXPECT_EQ(hall.answer(ImportAppointments{{booked("x", open)}}), "ok") << base::formatInstant(open);
}

TEST(AppointmentTest, LiesInTheServicesOwnHoursWhereItHasThem) {
    auto rules = smallCentre();
    auto& own = rules.services[0].hours.emplace();
    own.week[1].sessions = {{minutes(18 * 60), minutes(20 * 60)}};
    auto hall = HallUnderTest::working(rules);
    EXPECT_EQ(hall.answer(ImportAppointments{{booked("x", at(9, 0, 0, tuesday))}}), "slot_closed");
    EXPECT_EQ(hall.answer(ImportAppointments{{booked("x", at(19, 0, 0, tuesday))}}), "ok");
    EXPECT_EQ(hall.answer(ImportAppointments{{booked("y", at(9, 0, 0, tuesday), "b")}}), "ok");
}

TEST(AppointmentTest, KeepsTheHoursThatArePlannedForItsDay) {
    auto hall = HallUnderTest::working();
    auto rules = smallCentre();
    rules.calendar.week[1] = {};
    rules.calendar.week[5].sessions = {{minutes(8 * 60), minutes(11 * 60)}};
    hall.give(ChangeSettings{rules, tuesday});
    const base::Date saturday{monday.year(), monday.month(), std::chrono::day(28)};
    EXPECT_EQ(hall.answer(ImportAppointments{{booked("x", at(9, 0, 0, tuesday))}}), "slot_closed");
    EXPECT_EQ(hall.answer(ImportAppointments{{booked("x", at(9, 0, 0, saturday))}}), "ok");
    EXPECT_EQ(hall.answer(ImportAppointments{{booked("y", at(9))}}), "ok") << "today as before";
}

/// "0 slot_passed, 2 unknown_service"
std::string allWrong(const HallUnderTest& hall, const Command& command) {
    std::string text;
    for (const auto& [place, refusal] : wrongElements(hall.state, command, hall.now))
        text += (text.empty() ? "" : ", ") + std::to_string(place) + ' ' + word(refusal.code);
    return text;
}

TEST(AppointmentTest, AllThatIsWrongInAListIsNamedWithItsPlace) {
    auto hall = HallUnderTest::working();
    hall.give(ImportAppointments{{booked("used", at(9))}});
    hall.give(withAppointment("used", "t"));
    const ImportAppointments list{{booked("x", at(7)), booked("y", at(10)), booked("", at(10)),
                                   booked("z", at(10), "nowhere"), booked("y", at(12)),
                                   booked("used", at(10))}};
    EXPECT_EQ(allWrong(hall, list),
              "0 slot_passed, 2 bad_argument, 3 unknown_service, 4 named_twice, 4 slot_closed, "
              "5 appointment_used");
    EXPECT_EQ(hall.answer(list), "slot_passed");
    EXPECT_EQ(allWrong(hall, ImportAppointments{{booked("y", at(10))}}), "");
}

IssueTicket supplement(const std::string& id) {
    auto command = issueOf("a", id);
    command.lane = "supplement";
    return command;
}

TEST(SupplementTest, GoesBackToTheCounterThatIsNamed) {
    auto hall = HallUnderTest::working();
    auto command = supplement("s");
    command.counter = 2;
    hall.give(command);
    EXPECT_EQ(hall.callNext(1), "nobody_waiting");
    EXPECT_EQ(hall.callNext(2), "A001");
    EXPECT_EQ(hall.lastReason().code, ReasonCode::transferred);
}

TEST(SupplementTest, FindsTheCounterByTheDossier) {
    auto hall = HallUnderTest::working();
    auto first = issueOf("a", "first");
    first.dossierCode = "H19.18-210101-0001";
    hall.give(first);
    hall.serveNext(2);
    auto command = supplement("s");
    command.dossierCode = first.dossierCode;
    hall.give(command);
    EXPECT_EQ(hall.ticket("s").onlyCounter, 2);
}

TEST(SupplementTest, OfAnUnknownDossierWaitsForAnyCounter) {
    auto hall = HallUnderTest::working();
    auto command = supplement("s");
    command.dossierCode = "whatever";
    hall.give(command);
    EXPECT_EQ(hall.callNext(1), "A001");
}

TEST(SupplementTest, IsTakenByOthersWhenItsCounterHasClosed) {
    auto hall = HallUnderTest::working();
    auto command = supplement("s");
    command.counter = 2;
    hall.give(command);
    hall.give(CloseCounter{2});
    EXPECT_EQ(hall.callNext(1), "A001");
}

TEST(BulkTest, FiveDossiersHaveTheirOwnSeriesAndCounter) {
    auto rules = smallCentre();
    rules.lanes.bulkNumbers.id = "bulk";
    rules.lanes.bulkNumbers.prefix = "V";
    rules.counters[1].lanes = {"bulk"};
    auto hall = HallUnderTest::working(rules);
    auto many = issueOf("a", "many");
    many.dossiers = 5;
    hall.give(many);
    hall.issue("a");
    EXPECT_EQ(hall.ticket("many").number, "V001");
    EXPECT_EQ(hall.ticket("many").lane, "bulk");
    EXPECT_EQ(hall.callNext(1), "A001") << "not a counter for bulk";
    EXPECT_EQ(hall.callNext(2), "V001");
}

TEST(BulkTest, IsServedByAllWhereNoCounterIsSetApart) {
    auto hall = HallUnderTest::working();
    auto many = issueOf("a", "many");
    many.dossiers = 9;
    hall.give(many);
    EXPECT_EQ(hall.callNext(1), "A001") << "and has its service's numbers";
}

TEST(ResultsTest, LateOnesGoFirst) {
    auto hall = HallUnderTest::working();
    hall.issue("c");
    auto late = issueOf("c", "late");
    late.lane = "late_result";
    hall.give(late);
    EXPECT_EQ(hall.callNext(3), "C002");
    EXPECT_EQ(hall.lastReason().code, ReasonCode::lateResult);
}

}  // namespace
}  // namespace luot::queue::test
