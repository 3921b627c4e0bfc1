#include <gmock/gmock.h>

#include "Recording.hpp"

namespace luot::simulator::recorded::test {
namespace {

using base::Minutes;
using base::Seconds;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(DayRecordTest, TakesWhoCameAndHowLongTheyWereServed) {
    auto hall = Recording::morning();
    hall.now = at(7, 30);
    hall.give(queue::OpenCounter{1, "lan"});
    hall.now = at(8);
    hall.issue("a");
    hall.pass(Minutes(1));
    hall.issue("a", true);
    Recording::serve(hall, 1, Seconds(20), Minutes(7));
    hall.pass(Seconds(30));
    Recording::serve(hall, 1, Seconds(10), Minutes(4));
    Recording recording;
    recording.write(hall);

    const auto record = recording.read();
    ASSERT_TRUE(record) << record.error().what;
    ASSERT_EQ(record->visitors.size(), 2U);
    const auto& [normal, priority] = std::tie(record->visitors[0], record->visitors[1]);
    EXPECT_EQ(normal.at, at(8));
    EXPECT_FALSE(normal.priority);
    EXPECT_EQ(normal.first.service, "a");
    EXPECT_EQ(normal.first.toCounter, Seconds(10));
    EXPECT_EQ(normal.first.atCounter, Minutes(4));
    EXPECT_TRUE(priority.priority);
    EXPECT_EQ(priority.first.atCounter, Minutes(7));
    EXPECT_EQ(priority.first.tidying, Seconds(30))
        << "the normal one waited already when the priority one left";
    EXPECT_EQ(record->outcomes[0].waited, Minutes(8) + Seconds(50));
    EXPECT_EQ(record->rules, smallCentre());
}

TEST(DayRecordTest, TakesNoIdleTimeForTidying) {
    auto hall = Recording::morning();
    hall.give(queue::OpenCounter{1, "lan"});
    hall.issue("a");
    Recording::serve(hall, 1, Seconds(0), Minutes(5));
    hall.now = at(9);
    hall.issue("a");
    hall.pass(Seconds(15));
    Recording::serve(hall, 1, Seconds(0), Minutes(5));
    Recording recording;
    recording.write(hall);
    EXPECT_EQ(recording.read()->visitors[0].first.tidying, Seconds(15));
}

TEST(DayRecordTest, TakesTheCountersHoursWithTheirPauses) {
    auto hall = Recording::morning();
    hall.now = at(7, 30);
    hall.give(queue::OpenCounter{1, "lan"});
    hall.now = at(9);
    hall.give(queue::PauseCounter{1, "tea"});
    hall.now = at(9, 10);
    hall.give(queue::ResumeCounter{1});
    hall.now = at(11, 30);
    hall.give(queue::CloseCounter{1});
    Recording recording;
    recording.write(hall);
    const auto record = recording.read();
    ASSERT_TRUE(record) << record.error().what;
    ASSERT_EQ(record->shifts.size(), 2U);
    EXPECT_EQ(record->shifts[0].from, at(7, 30));
    EXPECT_EQ(record->shifts[0].to, at(9));
    EXPECT_FALSE(record->shifts[0].staysForWaiting);
    EXPECT_EQ(record->shifts[0].clerk, "lan");
    EXPECT_EQ(record->shifts[1].from, at(9, 10));
    EXPECT_EQ(record->shifts[1].to, at(11, 30));
    EXPECT_TRUE(record->shifts[1].staysForWaiting);
}

TEST(DayRecordTest, KeepsTheStaysOfOneWhoWasSentOnApart) {
    auto hall = Recording::morning();
    for (const int counter : {1, 3}) hall.give(queue::OpenCounter{counter, std::nullopt});
    const auto id = hall.issue("a");
    hall.callNext(1);
    hall.give(queue::StartService{1});
    hall.pass(Minutes(3));
    hall.give(queue::TransferTicket{id, "b", std::nullopt});
    hall.pass(Minutes(20));
    Recording::serve(hall, 3, Seconds(0), Minutes(9));
    Recording recording;
    recording.write(hall);
    const auto visitor = recording.read()->visitors.at(0);
    EXPECT_EQ(visitor.further, twin::Further::sentOn);
    EXPECT_EQ(visitor.first.service, "a");
    EXPECT_EQ(visitor.first.atCounter, Minutes(3));
    EXPECT_EQ(visitor.then.service, "b");
    EXPECT_EQ(visitor.then.atCounter, Minutes(9));
}

TEST(DayRecordTest, AddsUpTheStaysOfOneWhoWasPutAside) {
    auto hall = Recording::morning();
    hall.give(queue::OpenCounter{1, std::nullopt});
    const auto id = hall.issue("a");
    hall.callNext(1);
    hall.give(queue::StartService{1});
    hall.pass(Minutes(3));
    hall.give(queue::HoldTicket{1});
    hall.pass(Minutes(10));
    hall.give(queue::ReturnTicket{id});
    Recording::serve(hall, 1, Seconds(0), Minutes(4));
    Recording recording;
    recording.write(hall);
    EXPECT_EQ(recording.read()->visitors.at(0).first.atCounter, Minutes(7));
}

TEST(DayRecordTest, KnowsWhoDidNotComeAndWhoGaveUp) {
    auto hall = Recording::morning();
    hall.give(queue::OpenCounter{1, std::nullopt});
    hall.issue("a");
    const auto leaves = hall.issue("a");
    hall.callNext(1);
    for (int i = 0; i < 3; ++i) {
        hall.pass(Minutes(1));
        hall.give(queue::Recall{1});
    }
    hall.give(queue::MissTicket{1});
    hall.pass(Minutes(2));
    hall.give(queue::CancelTicket{leaves});
    Recording recording;
    recording.write(hall);
    const auto record = recording.read();
    EXPECT_FALSE(record->visitors.at(0).first.comes);
    EXPECT_EQ(record->visitors.at(1).patience, Minutes(5));
    EXPECT_FALSE(record->outcomes.at(1).called);
}

TEST(DayRecordTest, GivesWhoWasNotServedTheMedianOfTheirService) {
    auto hall = Recording::morning();
    hall.give(queue::OpenCounter{1, std::nullopt});
    for (int i = 0; i < 4; ++i) hall.issue("a");
    hall.issue("c");
    for (const int minutes : {2, 30, 6}) Recording::serve(hall, 1, Seconds(0), Minutes(minutes));
    Recording recording;
    recording.write(hall);
    const auto record = recording.read();
    EXPECT_EQ(record->visitors.at(3).first.atCounter, Minutes(6));
    EXPECT_EQ(record->visitors.at(4).first.atCounter, Minutes(6)) << "nobody of its own service was served";
}

TEST(DayRecordTest, ReadsOneDayOfSeveral) {
    auto hall = Recording::morning();
    hall.issue("a");
    hall.now = at(7, 15, 0, tuesday);
    hall.give(queue::TimePassed{});
    hall.issue("b");
    hall.issue("c");
    Recording recording;
    recording.write(hall);
    EXPECT_EQ(recording.read(monday)->visitors.size(), 1U);
    EXPECT_EQ(recording.read(tuesday)->visitors.size(), 2U);
    EXPECT_EQ(recording.read(tuesday)->rules, smallCentre());
}

TEST(DayRecordTest, NamesTheDaysThereAreWhenThereIsNoSuchDay) {
    auto hall = Recording::morning();
    hall.now = at(7, 15, 0, tuesday);
    hall.give(queue::TimePassed{});
    Recording recording;
    recording.write(hall);
    const auto record =
        recording.read(base::Date{std::chrono::year(2026), std::chrono::December, std::chrono::day(1)});
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().fault, base::Fault::notFound);
    EXPECT_THAT(record.error().what, HasSubstr("has no day 2026-12-01; it has 2026-11-24, 2026-11-23"));
}

TEST(DayRecordTest, SaysThatAFolderHasNoJournalAndMakesNone) {
    const Recording recording;
    const auto record = recording.read();
    ASSERT_FALSE(record);
    EXPECT_THAT(record.error().what, HasSubstr(recording.folder().string()));
    EXPECT_FALSE(std::filesystem::exists(recording.folder()));
}

TEST(DayRecordTest, ReadsBesideARunningServer) {
    auto hall = Recording::morning();
    hall.issue("a");
    Recording recording;
    recording.write(hall);
    const auto server = journal::openSqliteJournal(recording.folder().string(), journal::Access::server);
    ASSERT_TRUE(server) << server.error().what;
    EXPECT_TRUE(recording.read());
}

TEST(DayRecordTest, NamesTheRowThatCannotBeRead) {
    Recording recording;
    recording.write(Recording::morning());
    {
        auto journal = journal::openSqliteJournal(recording.folder().string(), journal::Access::server);
        journal::Batch batch;
        batch.facts.push_back({at(8), "server", "", "", "", "ticket_teleported", "{}"});
        ASSERT_TRUE((*journal)->append(batch));
    }
    const auto record = recording.read();
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().fault, base::Fault::storage);
    EXPECT_THAT(record.error().what, HasSubstr("event 3"));
}

}  // namespace
}  // namespace luot::simulator::recorded::test
