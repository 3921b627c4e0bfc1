#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "base/Ids.hpp"
#include "journal/SqliteJournal.hpp"

/// What a durable commit costs through the journal, beside what the same rows cost through plain SQLite and
/// what the disk alone takes. All files are in the current directory: run it on a real disk.
namespace {

using namespace luot;

class BenchFolder {
public:
    BenchFolder() {
        std::string name = "journal-bench-XXXXXX";
        if (::mkdtemp(name.data()) == nullptr) std::abort();
        path_ = name;
    }
    ~BenchFolder() { std::filesystem::remove_all(path_); }
    BenchFolder(const BenchFolder&) = delete;
    BenchFolder& operator=(const BenchFolder&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// As an issued ticket is: about 450 bytes of JSON.
journal::Batch ticketBatch(int count) {
    journal::Batch batch;
    for (int number = 0; number < count; ++number) {
        const std::string id = base::newId();
        const base::Instant at{std::chrono::milliseconds(1'795'400'000'000)};
        std::string data =
            R"({"ticket":{"id":")" + id +
            R"(","number":"A001","service":"chung-thuc","state":"waiting","priority":false,)"
            R"("lane":"normal","language":"vi","dossiers":1,"issued_at":"2026-11-23T07:30:00+07:00",)"
            R"("place":1,"calls":0,"text":")";
        data += std::string(430 - std::min<std::size_t>(430, data.size()), 'x') + R"("}})";
        batch.facts.push_back({at, "kiosk-1", "dispenser", base::newId(), id, "ticket_issued", data});
        batch.answers.push_back({"kiosk-1", base::newId(), std::string(64, 'a'), 201, data, at});
    }
    return batch;
}

/// p50 and p99 of one commit in microseconds, and rows a second.
class Latencies {
public:
    void begin() { began_ = std::chrono::steady_clock::now(); }
    void end() { taken_.push_back(std::chrono::steady_clock::now() - began_); }
    void report(benchmark::State& state, int rows) {
        std::sort(taken_.begin(), taken_.end());
        state.counters["p50_us"] = at(0.50);
        state.counters["p99_us"] = at(0.99);
        state.counters["rows_per_s"] =
            benchmark::Counter(static_cast<double>(state.iterations() * rows), benchmark::Counter::kIsRate);
    }

private:
    double at(double share) const {
        if (taken_.empty()) return 0;
        const auto index = static_cast<std::size_t>(share * static_cast<double>(taken_.size() - 1));
        return std::chrono::duration<double, std::micro>(taken_[index]).count();
    }
    std::chrono::steady_clock::time_point began_;
    std::vector<std::chrono::steady_clock::duration> taken_;
};

/// Batches made beforehand, so that the clock sees the commits alone. Each ticket of a commit is a new one,
/// as ids of a hall are: made one after the other.
class Batches {
public:
    explicit Batches(int rows) {
        for (int number = 0; number < 64; ++number) batches_.push_back(ticketBatch(rows));
    }
    const journal::Batch& next() {
        auto& batch = batches_[at_++ % batches_.size()];
        for (auto& fact : batch.facts) fact.subject = base::newId();
        return batch;
    }

private:
    std::vector<journal::Batch> batches_;
    std::size_t at_ = 0;
};

void appendThroughJournal(benchmark::State& state) {
    const int rows = static_cast<int>(state.range(0));
    const BenchFolder folder;
    auto journal = journal::openSqliteJournal(folder.path() + "/data", journal::Access::server);
    if (!journal) return state.SkipWithError(journal.error().what.c_str());
    Batches batches(rows);
    Latencies latencies;
    for (auto _ : state) {
        const auto& batch = batches.next();
        latencies.begin();
        if (!(*journal)->append(batch)) return state.SkipWithError("append failed");
        latencies.end();
    }
    latencies.report(state, rows);
}

/// The floor: the same rows in one transaction of plain SQLite in WAL mode with synchronous=FULL; one table
/// each for events and answers, no other index, no hash.
class PlainSqlite {
public:
    explicit PlainSqlite(const std::string& path)
        : database_(prepared(path)),
          event_(database_, "INSERT INTO events VALUES(NULL, ?, ?, ?, ?, ?, ?, ?)"),
          answer_(database_, "INSERT INTO answers VALUES(NULL, ?, ?, ?, ?, ?, ?)") {}

    void append(const journal::Batch& batch) {
        database_.exec("BEGIN IMMEDIATE");
        for (const auto& fact : batch.facts) {
            event_.bind(1, static_cast<std::int64_t>(fact.at.time_since_epoch().count()));
            int column = 2;
            for (const auto* text :
                 {&fact.actor, &fact.device, &fact.commandId, &fact.subject, &fact.name, &fact.data})
                event_.bindNoCopy(column++, *text);
            event_.exec();
            event_.reset();
        }
        for (const auto& answer : batch.answers) {
            answer_.bindNoCopy(1, answer.token);
            answer_.bindNoCopy(2, answer.key);
            answer_.bindNoCopy(3, answer.request);
            answer_.bind(4, answer.status);
            answer_.bindNoCopy(5, answer.body);
            answer_.bind(6, static_cast<std::int64_t>(answer.at.time_since_epoch().count()));
            answer_.exec();
            answer_.reset();
        }
        database_.exec("COMMIT");
    }

private:
    static SQLite::Database prepared(const std::string& path) {
        SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        database.exec(
            "CREATE TABLE events(seq INTEGER PRIMARY KEY, at, actor, device, command_id, subject, name, "
            "data)");
        database.exec(
            "CREATE TABLE answers(number INTEGER PRIMARY KEY, token, key, request, status, body, at)");
        return database;
    }
    SQLite::Database database_;
    SQLite::Statement event_;
    SQLite::Statement answer_;
};

void appendThroughPlainSqlite(benchmark::State& state) {
    const int rows = static_cast<int>(state.range(0));
    const BenchFolder folder;
    PlainSqlite sqlite(folder.path() + "/plain.db");
    Batches batches(rows);
    Latencies latencies;
    for (auto _ : state) {
        const auto& batch = batches.next();
        latencies.begin();
        sqlite.append(batch);
        latencies.end();
    }
    latencies.report(state, rows);
}

/// What the disk takes for 16 KB, about what the log gets for one ticket.
void overwriteAndSync16KB(benchmark::State& state) {
    const BenchFolder folder;
    const int file = ::open((folder.path() + "/log").c_str(), O_RDWR | O_CREAT, 0600);
    constexpr long length = 4L * 1024 * 1024;
    const std::vector<char> zeros(length);
    const std::vector<char> bytes(16 * 1024, 'x');
    if (file < 0 || ::write(file, zeros.data(), zeros.size()) != length || ::fsync(file) != 0)
        return state.SkipWithError("no file");
    Latencies latencies;
    long at = 0;
    for (auto _ : state) {
        latencies.begin();
        if (::pwrite(file, bytes.data(), bytes.size(), at) < 0 || ::fdatasync(file) != 0)
            return state.SkipWithError("write failed");
        latencies.end();
        at = (at + static_cast<long>(bytes.size())) % length;
    }
    ::close(file);
    latencies.report(state, 1);
}

/// A restart with that many rows in the record and a full log.
void openAgain(benchmark::State& state) {
    const BenchFolder folder;
    const std::string data = folder.path() + "/data";
    auto journal = journal::openSqliteJournal(data, journal::Access::server);
    for (std::int64_t rows = 0; journal && rows < state.range(0); rows += 512)
        if (!(*journal)->append(ticketBatch(512))) return state.SkipWithError("append failed");
    for (auto _ : state) {
        if (journal) journal->reset();
        journal = journal::openSqliteJournal(data, journal::Access::server);
        if (!journal) return state.SkipWithError(journal.error().what.c_str());
    }
}

BENCHMARK(overwriteAndSync16KB)->UseRealTime();
BENCHMARK(appendThroughPlainSqlite)->Arg(1)->Arg(8)->Arg(32)->Arg(128)->Arg(512)->UseRealTime();
BENCHMARK(appendThroughJournal)->Arg(1)->Arg(8)->Arg(32)->Arg(128)->Arg(512)->UseRealTime();
BENCHMARK(openAgain)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

BENCHMARK_MAIN();
