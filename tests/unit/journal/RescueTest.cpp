#include <gmock/gmock.h>

#include <filesystem>

#include "Samples.hpp"

namespace luot::journal::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class RescueTest : public testing::Test {
protected:
    /// Ten rows, a backup behind the fourth, an answer with each of the last six and a token beside.
    void SetUp() override {
        const auto server = openServer(folder_);
        got(server->append(tickets(1, 4)));
        done(backup(folder_.path(), copy_));
        for (int i = 5; i <= 10; ++i) {
            Batch batch;
            batch.facts.push_back(fact("ticket_finished", "t" + std::to_string(i), i));
            batch.visits.push_back(visit("t" + std::to_string(i)));
            batch.answers.push_back(answer("k" + std::to_string(i), i));
            got(server->append(batch));
        }
        done(server->addToken(token("late")));
    }

    TempFolder folder_;
    std::string copy_ = folder_.file("copy.db");
};

TEST_F(RescueTest, AddsToTheBackupWhatTheDamagedRecordStillHas) {
    tamper(folder_, "UPDATE events SET actor = 'x' WHERE seq = 9");
    const auto rescued = got(rescue(folder_.path(), copy_, projector()));
    EXPECT_EQ(rescued.rows, 4);
    EXPECT_EQ(rescued.lost, 2);
    EXPECT_THAT(findingsIn(folder_), IsEmpty());
    const auto server = openServer(folder_);
    EXPECT_EQ(server->lastSeq(), 8);
    EXPECT_THAT(got(server->visits(visit("t5").day, visit("t5").day)), SizeIs(4));
    EXPECT_THAT(got(server->tokens()), Contains(testing::Field(&Token::id, "late")));
}

TEST_F(RescueTest, KeepsNoAnswerOfATicketThatIsGone) {
    tamper(folder_, "UPDATE events SET actor = 'x' WHERE seq = 9");
    got(rescue(folder_.path(), copy_, projector()));
    std::vector<std::string> keys;
    for (const auto& kept : got(openServer(folder_)->answersSince(at(0)))) keys.push_back(kept.key);
    EXPECT_THAT(keys, Contains("k5"));
    EXPECT_THAT(keys, testing::Not(Contains("k9")));
    EXPECT_THAT(keys, testing::Not(Contains("k10")));
}

TEST_F(RescueTest, SavesEverythingWhenTheDamageLiesBeforeTheBackup) {
    tamper(folder_, "UPDATE events SET actor = 'x' WHERE seq = 2");
    EXPECT_EQ(got(rescue(folder_.path(), copy_, projector())).rows, 6);
    EXPECT_EQ(openServer(folder_)->lastSeq(), 10);
    EXPECT_THAT(findingsIn(folder_), IsEmpty());
}

TEST_F(RescueTest, IsAPlainRestoreWhenNothingCanBeRead) {
    std::filesystem::resize_file(folder_.path() + "/journal.db", 10);
    EXPECT_EQ(got(rescue(folder_.path(), copy_, projector())).rows, 0);
    EXPECT_EQ(openServer(folder_)->lastSeq(), 4);
}

TEST_F(RescueTest, TakesNoRowsOfAnotherRecord) {
    TempFolder other;
    got(openServer(other)->append(tickets(20, 9)));
    EXPECT_EQ(got(rescue(other.path(), copy_, projector())).rows, 0);
    EXPECT_EQ(openServer(other)->lastSeq(), 4);
    EXPECT_THAT(findingsIn(other), IsEmpty());
}

TEST(UpgradeTest, KeepsAWholeCopyOfTheOlderFormatBesideTheJournal) {
    TempFolder folder;
    got(openServer(folder)->append(tickets(1, 3)));
    tamper(folder, "ALTER TABLE visits DROP COLUMN waited_s; PRAGMA user_version = 1");
    openServer(folder);
    const auto copy = folder.path() + "/journal.db.before-format-2-row-3";
    ASSERT_TRUE(std::filesystem::exists(copy));
    TempFolder old;
    std::filesystem::create_directory(old.path());
    std::filesystem::copy_file(copy, old.path() + "/journal.db");
    EXPECT_THAT(findingsIn(old), IsEmpty());
    EXPECT_EQ(got(openSqliteJournal(old.path(), Access::beside))->lastSeq(), 3);
}

TEST(UpgradeTest, ChangesNothingWhenNoCopyCanBeKept) {
    TempFolder folder;
    got(openServer(folder)->append(tickets(1, 3)));
    tamper(folder, "ALTER TABLE visits DROP COLUMN waited_s; PRAGMA user_version = 1");
    std::filesystem::create_directories(folder.path() + "/journal.db.keeping/in-the-way");
    const auto opened = openSqliteJournal(folder.path(), Access::server);
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().what, HasSubstr("no copy of it could be kept"));
    std::filesystem::remove_all(folder.path() + "/journal.db.keeping");
    EXPECT_EQ(openServer(folder)->lastSeq(), 3);
}

}  // namespace
}  // namespace luot::journal::test
