#include <gmock/gmock.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "Samples.hpp"

namespace luot::journal::test {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class BackupTest : public testing::Test {
protected:
    std::vector<std::string> filesIn(const std::string& path) {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(path))
            names.push_back(entry.path().filename());
        return names;
    }
    std::vector<std::string> kept() {
        auto names = filesIn(folder_.path());
        std::erase_if(names,
                      [](const auto& name) { return name.find("before-restore") == std::string::npos; });
        return names;
    }
    TempFolder folder_;
    std::string copy_ = folder_.file("copy.db");
};

TEST_F(BackupTest, CopiesTheRecordWhileTheServerGoesOn) {
    const auto server = openServer(folder_);
    got(server->append(tickets(1, 3000)));
    std::atomic<bool> stop = false;
    std::atomic<int> written = 3000;
    std::thread writer([&] {
        for (int number = 3001; !stop; ++number, ++written)
            if (!server->append(tickets(number, 1))) break;
    });
    for (int round = 0; round < 5; ++round) {
        const int before = written;
        const std::string out = folder_.file("copy" + std::to_string(round));
        done(backup(folder_.path(), out));
        TempFolder other;
        done(restore(other.path(), out));
        EXPECT_THAT(findingsIn(other), IsEmpty());
        EXPECT_GE(openServer(other)->lastSeq(), before) << "what was acknowledged before the copy is in it";
    }
    const int before = written;
    while (written == before) std::this_thread::yield();
    stop = true;
    writer.join();
    EXPECT_EQ(server->lastSeq(), written);
}

TEST_F(BackupTest, IsOneFileThatNeedsNoOther) {
    got(openServer(folder_)->append(tickets(1, 3)));
    done(backup(folder_.path(), copy_));
    EXPECT_THAT(filesIn(folder_.file("")), testing::UnorderedElementsAre("data", "copy.db"));
    EXPECT_EQ(std::filesystem::status(copy_).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(BackupTest, RefusesATakenNameAndLeavesItsFile) {
    openServer(folder_);
    std::ofstream(copy_) << "mine";
    const auto refused = backup(folder_.path(), copy_);
    EXPECT_EQ(refused.error().fault, base::Fault::invalidInput);
    EXPECT_EQ(std::filesystem::file_size(copy_), 4u);
}

TEST_F(BackupTest, LeavesNothingWhenTheNameCannotBeMade) {
    openServer(folder_);
    EXPECT_EQ(backup(folder_.path(), folder_.file("none/copy.db")).error().fault, base::Fault::storage);
    EXPECT_EQ(backup(folder_.file("none"), copy_).error().fault, base::Fault::storage);
    EXPECT_THAT(filesIn(folder_.file("")), testing::ElementsAre("data"));
}

TEST_F(BackupTest, RestoreBringsBackTheRowsWithAFeedOfItsOwnAndKeepsTheOldRecord) {
    std::string feed;
    std::string secret;
    {
        const auto server = openServer(folder_);
        feed = server->identity().feed;
        secret = server->identity().secretKey;
        done(server->addToken(token("a")));
        got(server->append(tickets(1, 3)));
        done(backup(folder_.path(), copy_));
        got(server->append(tickets(4, 5)));
    }
    done(restore(folder_.path(), copy_));
    const auto server = openServer(folder_);
    EXPECT_EQ(server->lastSeq(), 3);
    EXPECT_NE(server->identity().feed, feed);
    EXPECT_EQ(server->identity().secretKey, secret) << "the QR codes in citizens' hands stay good";
    EXPECT_THAT(got(server->tokens()), SizeIs(1));
    EXPECT_EQ(got(server->append(tickets(9, 1))), 4);
    EXPECT_THAT(findingsIn(folder_), IsEmpty());

    ASSERT_THAT(kept(), testing::Contains(testing::MatchesRegex("journal.db.before-restore-[0-9]+T[0-9]+Z")));
    TempFolder old;
    std::filesystem::create_directory(old.path());
    std::filesystem::copy_file(folder_.path() + "/" + kept().front(), old.path() + "/journal.db");
    EXPECT_EQ(openServer(old)->lastSeq(), 8) << "the old record is whole";
}

TEST_F(BackupTest, RestoresInOneSecondKeepARecordEach) {
    { got(openServer(folder_)->append(tickets(1, 3))); }
    done(backup(folder_.path(), copy_));
    for (int i = 0; i < 4; ++i) done(restore(folder_.path(), copy_));
    EXPECT_THAT(kept(), SizeIs(4));
    EXPECT_EQ(openServer(folder_)->lastSeq(), 3);
}

TEST_F(BackupTest, RestoreIsRefusedWhileAServerRuns) {
    const auto server = openServer(folder_);
    done(backup(folder_.path(), copy_));
    const auto refused = restore(folder_.path(), copy_);
    EXPECT_EQ(refused.error().fault, base::Fault::storage);
    EXPECT_THAT(refused.error().what, HasSubstr("stop it first"));
    EXPECT_EQ(got(server->append(tickets(1, 1))), 1);
}

TEST_F(BackupTest, RestoreRefusesACopyWithABrokenChainAndChangesNothing) {
    got(openServer(folder_)->append(tickets(1, 5)));
    const auto feed = openServer(folder_)->identity().feed;
    TempFolder forged;
    got(openServer(forged)->append(tickets(1, 5)));
    tamper(forged, "UPDATE events SET actor = 'x' WHERE seq = 2");
    done(backup(forged.path(), copy_));
    const auto refused = restore(folder_.path(), copy_);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().what, HasSubstr("row 2 is not what was written"));
    EXPECT_EQ(openServer(folder_)->identity().feed, feed);
    EXPECT_THAT(kept(), IsEmpty());
}

TEST_F(BackupTest, RestoreRefusesWhatIsNoBackup) {
    std::ofstream(copy_) << std::string(8192, 'x');
    EXPECT_FALSE(restore(folder_.path(), copy_));
    EXPECT_EQ(restore(folder_.path(), folder_.file("none")).error().fault, base::Fault::invalidInput);
    EXPECT_FALSE(std::filesystem::exists(folder_.path() + "/journal.db"));
}

TEST_F(BackupTest, RestoreTakesThePlaceOfADamagedRecord) {
    got(openServer(folder_)->append(tickets(1, 3)));
    done(backup(folder_.path(), copy_));
    std::ofstream(folder_.path() + "/journal.db") << std::string(8192, 'x');
    done(restore(folder_.path(), copy_));
    EXPECT_EQ(openServer(folder_)->lastSeq(), 3);
    EXPECT_THAT(findingsIn(folder_), IsEmpty());
}

TEST_F(BackupTest, RestoreNeverMixesTheOldLogWithTheNewFile) {
    {
        const auto server = openServer(folder_);
        got(server->append(tickets(1, 3)));
        done(backup(folder_.path(), copy_));
        got(server->append(tickets(4, 50)));
        // As after a kill: the log with its rows is there and no one has folded it in.
        std::filesystem::create_directory(folder_.file("killed"));
        for (const auto* name : {"journal.db", "journal.db-wal"})
            std::filesystem::copy_file(folder_.path() + "/" + name, folder_.file("killed/") + name);
    }
    done(restore(folder_.file("killed"), copy_));
    const auto server = got(openSqliteJournal(folder_.file("killed"), Access::server));
    EXPECT_EQ(server->lastSeq(), 3);
    EXPECT_THAT(got(verify(folder_.file("killed"), projector())), IsEmpty());
}

}  // namespace luot::journal::test
