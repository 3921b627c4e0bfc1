#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>

#include "journal/SqliteJournal.hpp"
#include "queue/Event.hpp"
#include "queue/event/EventCodec.hpp"
#include "simulator/recorded/DayRecord.hpp"
#include "tests/unit/queue/HallUnderTest.hpp"

/// A journal folder with days that a hall under test has had.
namespace luot::simulator::recorded::test {

using queue::test::at;
using queue::test::HallUnderTest;
using queue::test::monday;
using queue::test::smallCentre;

constexpr base::Date tuesday{std::chrono::year(2026), std::chrono::November, std::chrono::day(24)};

/// A folder on the disk that goes with the test.
class Recording {
public:
    Recording()
        : folder_(std::filesystem::path(testing::TempDir()) /
                  ("recording-" + std::to_string(testing::UnitTest::GetInstance()->random_seed()) + "-" +
                   testing::UnitTest::GetInstance()->current_test_info()->name() +
                   std::to_string(getpid()))) {
        std::filesystem::remove_all(folder_);
    }
    ~Recording() { std::filesystem::remove_all(folder_); }
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;

    /// A hall that opens at the moment of its calendar, with all counters closed.
    static HallUnderTest morning(base::Date date = monday) {
        HallUnderTest hall(smallCentre(), at(7, 15, 0, date));
        hall.give(queue::TimePassed{});
        return hall;
    }

    /// Serves who is next at the counter: called, on the chair after `way`, gone after `service`.
    static void serve(HallUnderTest& hall, int counter, base::Milliseconds way, base::Milliseconds service) {
        hall.callNext(counter);
        hall.pass(way);
        hall.give(queue::StartService{counter});
        hall.pass(service);
        hall.give(queue::FinishTicket{counter, std::nullopt});
    }

    void write(const HallUnderTest& hall) {
        auto journal = journal::openSqliteJournal(folder_.string(), journal::Access::server);
        ASSERT_TRUE(journal) << journal.error().what;
        journal::Batch batch;
        for (const auto& [moment, event] : hall.journal) {
            journal::Fact fact;
            fact.at = moment;
            fact.actor = "server";
            fact.name = queue::eventName(event);
            fact.data = queue::encodeEvent(event);
            batch.facts.push_back(std::move(fact));
        }
        const auto written = (*journal)->append(batch);
        ASSERT_TRUE(written) << written.error().what;
    }

    base::Result<DayRecord> read(base::Date day = monday) const {
        auto journal = openRecord(folder_);
        if (!journal) return tl::unexpected(journal.error());
        return readDay(**journal, day);
    }

    const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
};

}  // namespace luot::simulator::recorded::test
