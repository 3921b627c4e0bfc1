#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <random>
#include <thread>

#include "Samples.hpp"

namespace luot::journal::test {

using testing::IsEmpty;

namespace {

/// What the writer tells through the pipe once the commit has returned.
struct Acknowledged {
    std::int64_t first = 0;
    int count = 0;
};

/// Appends batches of 1 to 40 rows for ever. The rows' names in the journal are their numbers, so each can be
/// known.
[[noreturn]] void write(const std::string& folder, int pipe) {
    auto journal = openSqliteJournal(folder, Access::server);
    if (!journal) ::_exit(1);
    for (int round = 0;; ++round) {
        const Acknowledged batch{(*journal)->lastSeq() + 1, round % 40 + 1};
        const auto first = (*journal)->append(tickets(static_cast<int>(batch.first), batch.count));
        if (!first || *first != batch.first) ::_exit(2);
        if (::write(pipe, &batch, sizeof batch) != sizeof batch) ::_exit(3);
    }
}

/// Lets a writer run for so long, kills it, and gives the last row that it acknowledged; `known` if none.
std::int64_t killAWriter(const std::string& folder, std::chrono::microseconds after, std::int64_t known) {
    int pipe[2];
    EXPECT_EQ(::pipe(pipe), 0);
    const pid_t child = ::fork();
    if (child == 0) write(folder, pipe[1]);
    ::close(pipe[1]);
    Acknowledged batch;
    // The first acknowledgement starts the clock, so that a slow machine does not kill an opening one alone.
    if (::read(pipe[0], &batch, sizeof batch) == sizeof batch) known = batch.first + batch.count - 1;
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself with " << WEXITSTATUS(status);
    while (::read(pipe[0], &batch, sizeof batch) == sizeof batch) known = batch.first + batch.count - 1;
    ::close(pipe[0]);
    return known;
}

}  // namespace

TEST(KillTest, HasEveryAcknowledgedRowOnceAfterAKillAtAnyMoment) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    TempFolder folder;
    std::int64_t acknowledged = 0;
    for (int round = 0; round < 20; ++round) {
        acknowledged = killAWriter(folder.path(), std::chrono::microseconds(random() % 30000), acknowledged);
        const auto journal = openServer(folder);
        ASSERT_GE(journal->lastSeq(), acknowledged) << "round " << round;
        acknowledged = journal->lastSeq();
    }
    EXPECT_GT(acknowledged, 20);
    const auto rows = got(openServer(folder)->read(0, 10'000'000));
    ASSERT_EQ(static_cast<std::int64_t>(rows.size()), acknowledged);
    for (const auto& row : rows) ASSERT_EQ(row.fact.subject, "t" + std::to_string(row.seq));
    const auto findings = findingsIn(folder);
    EXPECT_THAT(findings, IsEmpty()) << text(findings);
}

TEST(KillTest, LetsTheNextServerInAtOnce) {
    TempFolder folder;
    killAWriter(folder.path(), std::chrono::microseconds(0), 0);
    EXPECT_FALSE(runningServer(folder.path()));
    EXPECT_TRUE(openSqliteJournal(folder.path(), Access::server));
}

}  // namespace luot::journal::test
