#include "protocol/HallView.hpp"

#include <gtest/gtest.h>

#include "HallFrames.hpp"

namespace luot::protocol {

namespace {

class HallViewTest : public ::testing::Test {
protected:
    base::Result<> take(const std::string& text) {
        auto message = decodeServerMessage(text);
        if (!message) throw std::runtime_error(message.error().what);
        if (const auto* part = std::get_if<Snapshot>(&*message)) return view.apply(*part);
        if (const auto* event = std::get_if<EventFrame>(&*message)) return view.apply(*event);
        view.apply(std::get<Status>(*message));
        return {};
    }

    void snapshot() {
        ASSERT_TRUE(
            take(snapshotText(1, 1, ticketText("t1", "waiting", 1) + "," + ticketText("t2", "waiting", 2))));
        ASSERT_TRUE(view.complete());
    }

    /// The next event; it must be taken.
    void event(const std::string& name, const std::string& ticket) {
        const auto done = take(ticketEvent(static_cast<int>(view.hall().seq) + 1, name, ticket));
        EXPECT_TRUE(done) << done.error().what;
    }

    static std::string ids(const std::vector<Ticket>& tickets) {
        std::string all;
        for (const auto& ticket : tickets) all += ticket.id + " ";
        return all;
    }

    HallView view;
};

TEST_F(HallViewTest, IsCompleteOnceAllPartsHaveCome) {
    EXPECT_TRUE(take(snapshotText(1, 3, ticketText("t1", "waiting", 1))));
    EXPECT_FALSE(view.complete());
    EXPECT_TRUE(take(snapshotText(2, 3, ticketText("t2", "waiting", 2))));
    EXPECT_TRUE(take(snapshotText(3, 3, ticketText("t3", "waiting", 3))));
    EXPECT_TRUE(view.complete());
    EXPECT_EQ(ids(view.hall().waiting), "t1 t2 t3 ");
    EXPECT_EQ(view.hall().counters.size(), 2U);
    EXPECT_EQ(view.hall().served, 3);
}

TEST_F(HallViewTest, RefusesPartsOutOfTurnOrOfTwoSnapshots) {
    EXPECT_FALSE(take(snapshotText(2, 2, "")));
    EXPECT_TRUE(take(snapshotText(1, 3, "")));
    EXPECT_FALSE(take(snapshotText(3, 3, "")));
    EXPECT_TRUE(take(snapshotText(1, 2, "", 10)));
    EXPECT_FALSE(take(snapshotText(2, 2, "", 11)));
    EXPECT_FALSE(view.complete());
}

TEST_F(HallViewTest, StartsAnewWithAnotherFirstPart) {
    snapshot();
    EXPECT_TRUE(take(snapshotText(1, 2, ticketText("n1", "waiting", 1), 20)));
    EXPECT_FALSE(view.complete());
    EXPECT_TRUE(take(snapshotText(2, 2, "", 20)));
    EXPECT_TRUE(view.complete());
    EXPECT_EQ(ids(view.hall().waiting), "n1 ");
    EXPECT_EQ(view.hall().seq, 20);
}

TEST_F(HallViewTest, TakesEventsOnlyInOrderAndAfterTheSnapshot) {
    EXPECT_FALSE(take(ticketEvent(1, "ticket_issued", ticketText("t3", "waiting", 3))));
    snapshot();
    EXPECT_FALSE(take(ticketEvent(10, "ticket_issued", ticketText("t3", "waiting", 3))));
    EXPECT_FALSE(take(ticketEvent(12, "ticket_issued", ticketText("t3", "waiting", 3))));
    EXPECT_EQ(ids(view.hall().waiting), "t1 t2 ");
    EXPECT_TRUE(take(ticketEvent(11, "ticket_issued", ticketText("t3", "waiting", 3))));
    EXPECT_EQ(ids(view.hall().waiting), "t1 t2 t3 ");
    EXPECT_EQ(view.hall().seq, 11);
    EXPECT_EQ(view.service("chung-thuc")->waiting, 3);
}

TEST_F(HallViewTest, MovesATicketThroughItsLife) {
    snapshot();
    event("ticket_called", calledText("t1", 1, 1));
    EXPECT_EQ(ids(view.hall().waiting), "t2 ");
    EXPECT_EQ(ids(view.hall().called), "t1 ");
    EXPECT_EQ(view.counter(1)->ticket, "t1");
    EXPECT_EQ(view.service("chung-thuc")->waiting, 1);
    event("service_started", ticketText("t1", "serving", 1, R"(,"counter":1)"));
    EXPECT_EQ(ids(view.hall().called), "");
    EXPECT_EQ(ids(view.hall().serving), "t1 ");
    EXPECT_EQ(view.counter(1)->ticket, "t1");
    event("ticket_finished", ticketText("t1", "finished", 1, R"(,"counter":1)"));
    EXPECT_EQ(ids(view.hall().serving), "");
    EXPECT_FALSE(view.counter(1)->ticket);
    EXPECT_EQ(view.hall().served, 4);
    EXPECT_EQ(view.ticket("t1")->state, "finished") << "still among the last calls";
}

TEST_F(HallViewTest, KeepsHeldAndMissedTicketsInListsOfTheirOwn) {
    snapshot();
    event("ticket_called", calledText("t1", 1, 1));
    event("ticket_held", ticketText("t1", "held", 1));
    EXPECT_EQ(ids(view.hall().held), "t1 ");
    EXPECT_FALSE(view.counter(1)->ticket);
    event("ticket_called", calledText("t2", 2, 1));
    event("ticket_missed", ticketText("t2", "no_show", 2));
    EXPECT_EQ(ids(view.hall().missed), "t2 ");
    event("ticket_returned", ticketText("t2", "waiting", 2));
    EXPECT_EQ(ids(view.hall().missed), "");
    EXPECT_EQ(ids(view.hall().waiting), "t2 ");
    event("ticket_cancelled", ticketText("t2", "cancelled", 2));
    EXPECT_EQ(ids(view.hall().waiting), "");
}

TEST_F(HallViewTest, PutsALateComerAtItsPlace) {
    snapshot();
    event("ticket_issued", ticketText("t4", "waiting", 4));
    event("ticket_returned", ticketText("t3", "waiting", 3));
    EXPECT_EQ(ids(view.hall().waiting), "t1 t2 t3 t4 ");
}

TEST_F(HallViewTest, ShowsTheLastCallsNewestFirstAndEachTicketOnce) {
    snapshot();
    event("ticket_called", calledText("t1", 1, 1));
    event("ticket_called", calledText("t2", 2, 2));
    EXPECT_EQ(ids(view.hall().recent), "t2 t1 ");
    event("ticket_recalled", calledText("t1", 1, 1, 2));
    EXPECT_EQ(ids(view.hall().recent), "t1 t2 ");
    EXPECT_EQ(view.hall().recent.front().calls, 2);
    event("ticket_missed", ticketText("t1", "no_show", 1));
    EXPECT_EQ(view.hall().recent.front().state, "no_show");
    event("call_undone", ticketText("t2", "waiting", 2));
    EXPECT_EQ(ids(view.hall().recent), "t1 ");
    for (int i = 10; i < 30; ++i) event("ticket_called", calledText("x" + std::to_string(i), i, 1));
    EXPECT_EQ(view.hall().recent.size(), 12U);
    EXPECT_EQ(view.hall().recent.front().id, "x29");
}

TEST_F(HallViewTest, SumsTheWaitOfFirstCallsOnly) {
    snapshot();
    event("ticket_called", calledText("t1", 1, 1));
    EXPECT_EQ(view.hall().waitSumS, 190);
    EXPECT_EQ(view.hall().waitCount, 3);
    event("ticket_recalled", calledText("t1", 1, 1, 2));
    event("ticket_returned", ticketText("t1", "waiting", 1));
    event("ticket_called", calledText("t1", 1, 1, 3));
    EXPECT_EQ(view.hall().waitCount, 3);
}

TEST_F(HallViewTest, CountsATicketForOneCounterNotWithItsService) {
    snapshot();
    event("ticket_transferred", ticketText("t1", "waiting", 1, R"(,"only_counter":2)"));
    EXPECT_EQ(view.service("chung-thuc")->waiting, 1);
    ASSERT_EQ(view.waitingFor(1).size(), 1U);
    EXPECT_EQ(view.waitingFor(1).front()->id, "t2");
    ASSERT_EQ(view.waitingFor(2).size(), 1U);
    EXPECT_EQ(view.waitingFor(2).front()->id, "t1");
    EXPECT_TRUE(view.waitingFor(9).empty());
}

TEST_F(HallViewTest, KnowsWhatCountersDo) {
    snapshot();
    event("ticket_called", calledText("t1", 1, 1));
    EXPECT_TRUE(
        take(eventText(12, "counter_paused",
                       R"({"counter":{"number":1,"state":"paused","clerk":"Lan","pause_reason":"lunch"}})")));
    EXPECT_EQ(view.counter(1)->state, "paused");
    EXPECT_EQ(view.counter(1)->clerk, "Lan");
    EXPECT_EQ(view.counter(1)->pauseReason, "lunch");
    EXPECT_EQ(view.counter(1)->ticket, "t1");
    EXPECT_TRUE(take(eventText(13, "counter_closed", R"({"counter":{"number":1,"state":"closed"}})")));
    EXPECT_FALSE(view.counter(1)->clerk);
    EXPECT_FALSE(take(eventText(14, "counter_opened", R"({"counter":{"number":77,"state":"open"}})")));
}

TEST_F(HallViewTest, ClearsTheHallOnANewDayOnly) {
    snapshot();
    event("ticket_called", calledText("t1", 1, 1));
    EXPECT_TRUE(take(eventText(12, "day_closed", R"({"day":"2026-11-23","by_command":true})")));
    EXPECT_FALSE(view.hall().open);
    EXPECT_FALSE(view.hall().givesTickets);
    EXPECT_TRUE(take(eventText(13, "day_opened", R"({"day":"2026-11-23","by_command":true})")));
    EXPECT_TRUE(view.hall().open && view.hall().givesTickets);
    EXPECT_EQ(ids(view.hall().waiting), "t2 ");
    EXPECT_TRUE(take(eventText(14, "day_opened", R"({"day":"2026-11-24","by_command":false})")));
    EXPECT_EQ(view.hall().day, "2026-11-24");
    EXPECT_TRUE(view.hall().waiting.empty() && view.hall().called.empty() && view.hall().recent.empty());
    EXPECT_FALSE(view.counter(1)->ticket);
    EXPECT_EQ(view.service("chung-thuc")->waiting, 0);
    EXPECT_EQ(view.hall().served + view.hall().waitSumS + view.hall().waitCount, 0);
}

TEST_F(HallViewTest, NeedsASnapshotWhenTheRulesHaveChangedButNotForAToken) {
    snapshot();
    EXPECT_TRUE(take(eventText(11, "settings_changed", R"({"token":{"role":"display","name":"x"}})")));
    EXPECT_TRUE(view.complete());
    EXPECT_FALSE(take(eventText(12, "settings_changed", R"({"rules":{}})")));
    EXPECT_FALSE(view.complete());
}

TEST_F(HallViewTest, AdvancesOnEventsThatChangeNothing) {
    snapshot();
    const auto before = view.hall().waiting;
    EXPECT_TRUE(take(eventText(11, "device_lost", R"({"device":"d"})")));
    EXPECT_TRUE(take(eventText(12, "call_shown", R"({"display":"d","call":5,"screen":true,"spoken":true})")));
    EXPECT_TRUE(take(eventText(13, "something_of_tomorrow", "{}")));
    EXPECT_EQ(view.hall().seq, 13);
    EXPECT_EQ(view.hall().waiting, before);
}

TEST_F(HallViewTest, RefusesATicketThatMakesNoSense) {
    snapshot();
    EXPECT_FALSE(take(ticketEvent(11, "ticket_called", R"({"id":"t1"})")));
    EXPECT_EQ(view.hall().seq, 10);
}

TEST_F(HallViewTest, FollowsTheStatus) {
    snapshot();
    EXPECT_TRUE(take(R"({"type":"status","writable":false,"gives_tickets":false})"));
    EXPECT_FALSE(view.hall().writable);
    EXPECT_FALSE(view.hall().givesTickets);
}

}  // namespace
}  // namespace luot::protocol
