#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "../harness/Load.hpp"

/// The journal's file is not what it was: a damaged page, a cut, a changed row.
namespace luot::faults {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t page = 4096;

class DamageTest : public testing::Test {
protected:
    /// A morning of tickets; then the server ends, by itself or by a death that leaves its log.
    void haveAMorning(int signal) {
        ASSERT_TRUE(centre.start()) << centre.errors();
        loadFor(2000);
        backup();
        loadFor(800);
        ASSERT_TRUE(load.settle());
        centre.server().end(signal);
        fs::copy(centre.data(), sound);
    }
    /// Until the server has changed its files so often; a ticket takes eight calls.
    void loadFor(std::uint64_t calls) {
        const auto enough = centre.shim().seen() + calls;
        load.begin();
        while (centre.shim().seen() < enough && centre.runs())
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        load.end();
    }
    void backup() {
        ASSERT_EQ(run({"luot-server", {"backup", "--data", centre.data(), "--out", copy}, {}, {}}).code, 0);
    }
    void makeSound() {
        centre.kill();
        fs::remove_all(centre.data());
        fs::copy(sound, centre.data());
    }
    Said verify() const { return run({"luot-server", {"verify", "--data", centre.data()}, {}, {}}); }

    /// Either the server says what to do and does not run, or what it runs on is sound.
    testing::AssertionResult isRefusedOrSound() {
        const auto before = centre.errors().size();
        const auto ready = centre.start();
        if (!ready) {
            const auto code = centre.server().wait();
            const auto said = centre.errors().substr(before);
            const bool plain = said.find("restore") != std::string::npos ||
                               said.find("verify") != std::string::npos ||
                               said.find("put a backup") != std::string::npos;
            if (code == 3 && plain) return testing::AssertionSuccess();
            return testing::AssertionFailure() << "exit code " << code << ": " << said;
        }
        const auto said = verify();
        if (said.code == 0) return testing::AssertionSuccess();
        return testing::AssertionFailure() << "runs on " << said.out << said.err;
    }

    Centre centre;
    Load load{centre, 2, 2};
    std::string sound = centre.file("sound");
    std::string copy = centre.file("copy.db");
};

TEST_F(DamageTest, ADamagedPageIsFoundByVerifyAndNeverMakesTheServerForgetSilently) {
    haveAMorning(SIGTERM);
    const auto file = centre.data() + "/journal.db";
    const auto pages = fs::file_size(file) / page;
    ASSERT_GT(pages, 20U);
    for (std::uintmax_t at = 0; at < pages; at += std::max<std::uintmax_t>(1, pages / 24)) {
        makeSound();
        std::fstream(file, std::ios::in | std::ios::out | std::ios::binary)
            .seekp(static_cast<std::streamoff>(at * page))
            .write(std::string(page, 'Z').data(), page);
        const auto said = verify();
        EXPECT_EQ(said.code, 3) << "page " << at + 1 << " of " << pages;
        EXPECT_FALSE((said.out + said.err).empty());
        const auto before = centre.errors().size();
        if (!centre.start()) {
            EXPECT_EQ(centre.server().wait(), 3);
            EXPECT_GT(centre.errors().size(), before) << "no word";
        } else {
            // Damage that the start did not meet: what the server acknowledges all the same must be on disk.
            Load more(centre, 1, 0);
            more.begin();
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            more.end();
        }
    }
}

TEST_F(DamageTest, AJournalCutAnywhereIsRefusedOrSound) {
    haveAMorning(SIGTERM);
    const auto file = centre.data() + "/journal.db";
    const auto size = fs::file_size(file);
    for (const auto length : {std::uintmax_t{0}, std::uintmax_t{1}, std::uintmax_t{15}, std::uintmax_t{16},
                              std::uintmax_t{99}, std::uintmax_t{100}, page - 1, page, page + 1, 2 * page,
                              size / 2, size / 2 / page * page, size - page, size - page / 2, size - 1}) {
        makeSound();
        fs::resize_file(file, length);
        EXPECT_TRUE(isRefusedOrSound()) << "cut to " << length << " of " << size;
    }
}

TEST_F(DamageTest, ALogCutAnywhereLeavesASoundBeginningOfTheDay) {
    haveAMorning(SIGKILL);
    const auto log = centre.data() + "/journal.db-wal";
    const std::uintmax_t head = 32, frame = page + 24;
    for (const auto length : {std::uintmax_t{0}, std::uintmax_t{1}, head - 1, head, head + 1, head + 23,
                              head + 24, head + frame - 1, head + frame, head + frame + 1, head + 7 * frame,
                              head + 100 * frame + 500, head + 101 * frame}) {
        makeSound();
        fs::resize_file(log, length);
        EXPECT_TRUE(isRefusedOrSound()) << "log cut to " << length;
    }
}

TEST_F(DamageTest, AChangedRowIsNamedAndTheRestIsSavedOnTopOfTheBackup) {
    haveAMorning(SIGTERM);
    const auto file = centre.data() + "/journal.db";
    const auto rows = SQLite::Database(file).execAndGet("SELECT max(seq) FROM events").getInt();
    const auto inCopy = SQLite::Database(copy).execAndGet("SELECT max(seq) FROM events").getInt();
    ASSERT_GT(rows, inCopy + 20);
    const auto changed = std::to_string(rows - 5);
    SQLite::Database(file, SQLite::OPEN_READWRITE)
        .exec("UPDATE events SET actor = 'nobody' WHERE seq = " + changed);
    const auto found = verify();
    EXPECT_EQ(found.code, 3);
    EXPECT_NE(found.out.find("row " + changed + " is not what was written"), std::string::npos) << found.out;
    const auto saved =
        run({"luot-server", {"restore", "--data", centre.data(), "--from", copy, "--salvage"}, {}, {}});
    EXPECT_EQ(saved.code, 0) << saved.err;
    EXPECT_NE(saved.out.find("6 could not be"), std::string::npos) << saved.out;
    EXPECT_EQ(verify().code, 0);
    SQLite::Database whole(file);
    const auto added = whole.execAndGet("SELECT count(*) FROM events WHERE name = 'day_opened' AND seq > " +
                                        std::to_string(rows - 6));
    EXPECT_LE(added.getInt(), 1) << "the numbers of the lost rows are passed over";
    EXPECT_EQ(whole.execAndGet("SELECT max(seq) FROM events").getInt(), rows - 6 + added.getInt());
    EXPECT_TRUE(centre.start()) << centre.errors();
}

TEST_F(DamageTest, AnOlderProgramRefusesANewerJournal) {
    haveAMorning(SIGTERM);
    SQLite::Database(centre.data() + "/journal.db", SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
    EXPECT_FALSE(centre.start());
    EXPECT_EQ(centre.server().wait(), 3);
    EXPECT_NE(centre.errors().find("made by a newer program (format 99"), std::string::npos)
        << centre.errors();
    for (const auto* command : {"verify", "rebuild"}) {
        const auto said = run({"luot-server", {command, "--data", centre.data()}, {}, {}});
        EXPECT_EQ(said.code, 3) << command;
        EXPECT_NE(said.err.find("newer program"), std::string::npos) << said.err;
    }
}

}  // namespace
}  // namespace luot::faults
