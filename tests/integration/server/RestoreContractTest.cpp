#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>

#include <filesystem>

#include "OwnCentre.hpp"

namespace luot::tests {
namespace {

using testing::HasSubstr;

/// After a restore nobody gets a number that somebody holds already.
class RestoreContractTest : public OwnCentreTest {
protected:
    std::string copy() const { return folder.file("copy.db"); }
    std::string journal() const { return data() + "/journal.db"; }
    void issueMany(int count) {
        for (int i = 0; i < count; ++i) ASSERT_EQ(issue().status, 201);
    }
    /// A copy in which A001 to A005 stand, and five more numbers that it does not know.
    void makeDay() {
        start();
        issueMany(5);
        ASSERT_EQ(runProgram("luot-server", {"backup", "--data", data(), "--out", copy()}).exitCode, 0);
        issueMany(5);
        stop();
    }
    std::string restore(std::vector<std::string> more = {}) {
        std::vector<std::string> arguments{"restore", "--data", data(), "--from", copy()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto ended = runProgram("luot-server", arguments);
        EXPECT_EQ(ended.exitCode, 0) << ended.err;
        EXPECT_EQ(runProgram("luot-server", {"verify", "--data", data()}).out, "ok\n");
        EXPECT_FALSE(std::filesystem::exists(data() + "/restoring"));
        return ended.out;
    }
    std::string nextNumber(const std::string& time = "2026-11-23T09:00:00+07:00") {
        start(time);
        return std::string(issue()["number"].as_string());
    }
    std::size_t waiting() { return boss->get("/api/v1/hall")["waiting"].as_array().size(); }
};

TEST_F(RestoreContractTest, GoesOnBehindTheNumbersThatTheOldJournalGave) {
    makeDay();
    const auto said = restore();
    EXPECT_THAT(said, HasSubstr("A006 to A010"));
    EXPECT_THAT(said, HasSubstr("goes on with A011"));
    EXPECT_THAT(said, HasSubstr("events of the old journal are not"));
    EXPECT_EQ(nextNumber(), "A011");
    EXPECT_EQ(waiting(), 6U);
    boss.reset();
    server->end(SIGKILL);
    EXPECT_EQ(nextNumber("2026-11-23T09:10:00+07:00"), "A012") << "also after another start";
}

TEST_F(RestoreContractTest, GoesOnBehindThemWhenTheCopyIsOfTheDayBefore) {
    makeDay();
    start("2026-11-24T08:00:00+07:00");
    issueMany(3);
    stop();
    EXPECT_THAT(restore(), HasSubstr("A001 to A003"));
    EXPECT_EQ(nextNumber("2026-11-24T09:00:00+07:00"), "A004");
    EXPECT_EQ(waiting(), 1U) << "those of yesterday have expired";
}

TEST_F(RestoreContractTest, NumbersOfADayThatIsOverAreGivenAgain) {
    makeDay();
    restore();
    EXPECT_EQ(nextNumber("2026-11-24T09:00:00+07:00"), "A001");
}

TEST_F(RestoreContractTest, HonoursTheNumbersOfIntactRowsBehindAChangedOne) {
    makeDay();
    SQLite::Database(journal(), SQLite::OPEN_READWRITE)
        .exec("UPDATE events SET actor = 'nobody' WHERE seq = (SELECT max(seq) - 3 FROM events)");
    const auto verified = runProgram("luot-server", {"verify", "--data", data()});
    EXPECT_THAT(verified.err, HasSubstr("--salvage"));
    const auto said = restore({"--salvage"});
    EXPECT_THAT(said, HasSubstr("1 events behind the backup were saved, 4 could not be"));
    EXPECT_THAT(said, HasSubstr("A007 to A010"));
    EXPECT_EQ(nextNumber(), "A011");
}

TEST_F(RestoreContractTest, SaysSoWhenTheOldJournalCannotBeReadAndSkipsWhatItIsTold) {
    makeDay();
    std::filesystem::resize_file(journal(), 10);
    EXPECT_THAT(restore(), HasSubstr("the old journal cannot be read"));
    std::filesystem::resize_file(journal(), 10);
    EXPECT_THAT(restore({"--skip", "20"}), HasSubstr("goes on with A026"));
    EXPECT_EQ(nextNumber(), "A026");
    const std::vector<std::string> wrong{"restore", "--data", data(), "--from", copy(), "--skip", "many"};
    EXPECT_EQ(runProgram("luot-server", wrong).exitCode, 2);
}

}  // namespace
}  // namespace luot::tests
