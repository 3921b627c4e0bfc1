#include <benchmark/benchmark.h>

#include <string>

#include "queue/Decide.hpp"
#include "queue/event/EventCodec.hpp"

// What the rules cost: decide and evolve together, with many tickets in the day and many waiting. The figures
// must not grow with either.
namespace luot::queue {
namespace {

constexpr int services = 10;
constexpr int counterCount = 12;
const Instant morning = base::instantAt(
    base::Date{std::chrono::year(2026), std::chrono::November, std::chrono::day(23)}, std::chrono::hours(8));

Rules centre() {
    Rules rules;
    for (int i = 0; i < services; ++i) {
        Service service;
        service.id = "service-" + std::to_string(i);
        service.numbers.prefix = std::string(1, static_cast<char>('A' + i));
        rules.services.push_back(service);
    }
    for (int i = 1; i <= counterCount; ++i) {
        CounterPlace place;
        place.number = i;
        for (int rank = 1; rank <= 3; ++rank)
            place.services.push_back({"service-" + std::to_string((i + rank) % services), rank});
        rules.counters.push_back(place);
    }
    return rules;
}

/// A hall in the middle of a day.
struct Bench {
    Hall hall;
    Instant now = morning;
    int issued = 0;
    bool issuesPriority = true;  ///< every tenth

    bool give(const Command& command) {
        now += base::Milliseconds(200);
        auto decision = decide(hall, command, now);
        if (!decision) return false;
        for (const auto& event : *decision) evolve(hall, event, now);
        return true;
    }

    void issue() {
        IssueTicket command;
        command.id = "0123456789abcdefghi" + std::to_string(++issued);
        command.service = "service-" + std::to_string(issued % services);
        command.priority = issuesPriority && issued / services % 10 == 0;
        if (!give(command)) std::abort();
    }

    Bench(int ended, int waiting) {
        give(ChangeSettings{centre()});
        give(OpenDay{});
        for (int i = 1; i <= counterCount; ++i) give(OpenCounter{i, "clerk"});
        for (int i = 0; i < ended; ++i) {
            issue();
            give(CancelTicket{"0123456789abcdefghi" + std::to_string(issued)});
        }
        for (int i = 0; i < waiting; ++i) issue();
    }
};

void restartTheClock(Bench& bench) { bench.now = morning + std::chrono::hours(4); }

/// One issue and one whole service: so that as many wait after it as before.
void oneCitizen(benchmark::State& state, int ended, int waiting) {
    Bench bench(ended, waiting);
    int counter = 0;
    for (auto _ : state) {
        bench.issue();
        counter = counter % counterCount + 1;
        bench.give(CallNext{counter});
        bench.give(StartService{counter});
        bench.give(FinishTicket{counter, std::nullopt});
        restartTheClock(bench);
    }
}

void issueInADayOf(benchmark::State& state) {
    Bench bench(static_cast<int>(state.range(0)), 100);
    for (auto _ : state) {
        bench.issue();
        state.PauseTiming();
        bench.give(CancelTicket{"0123456789abcdefghi" + std::to_string(bench.issued)});
        restartTheClock(bench);
        state.ResumeTiming();
    }
}

/// CallNext alone; the undo that gives the ticket back is not measured.
void callNext(benchmark::State& state, int ended, int waiting) {
    Bench bench(ended, waiting);
    bench.now = morning + std::chrono::hours(4);
    int counter = 0;
    for (auto _ : state) {
        counter = counter % counterCount + 1;
        const bool called = bench.give(CallNext{counter});
        state.PauseTiming();
        if (!called || !bench.give(UndoCall{counter})) state.SkipWithError("nobody waits");
        restartTheClock(bench);
        state.ResumeTiming();
    }
}

void callNextInADayOf(benchmark::State& state) { callNext(state, static_cast<int>(state.range(0)), 100); }
void callNextWithWaiting(benchmark::State& state) { callNext(state, 0, static_cast<int>(state.range(0))); }
void citizenInADayOf(benchmark::State& state) { oneCitizen(state, static_cast<int>(state.range(0)), 100); }
void citizenWithWaiting(benchmark::State& state) { oneCitizen(state, 0, static_cast<int>(state.range(0))); }

/// What one call-next costs by itself, without the timer's own cost: decide alone, the hall unchanged.
void decideCallNextWithWaiting(benchmark::State& state) {
    Bench bench(0, static_cast<int>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(decide(bench.hall, CallNext{1}, bench.now));
}

/// The dearest reason: a priority ticket over all that came earlier, of which maxPassedOver are named.
void decideCallNextOverWaiting(benchmark::State& state) {
    Bench bench(0, 0);
    bench.issuesPriority = false;
    for (int i = 0; i < state.range(0); ++i) bench.issue();
    bench.issuesPriority = true;
    for (int i = 0; i < 10 * services; ++i) bench.issue();
    for (auto _ : state) benchmark::DoNotOptimize(decide(bench.hall, CallNext{1}, bench.now));
}

void encodeCall(benchmark::State& state) {
    Bench bench(0, 1000);
    const auto events = decide(bench.hall, CallNext{1}, bench.now).value();
    for (auto _ : state) benchmark::DoNotOptimize(encodeEvent(events.front()));
}

void copyHall(benchmark::State& state) {
    Bench bench(static_cast<int>(state.range(0)), 100);
    for (auto _ : state) {
        Hall copy = bench.hall;
        benchmark::DoNotOptimize(copy);
    }
}

BENCHMARK(issueInADayOf)->Arg(10)->Arg(1000)->Arg(100000);
BENCHMARK(callNextInADayOf)->Arg(10)->Arg(1000)->Arg(100000);
BENCHMARK(callNextWithWaiting)->Arg(10)->Arg(1000)->Arg(100000);
BENCHMARK(decideCallNextWithWaiting)->Arg(10)->Arg(1000)->Arg(100000);
BENCHMARK(decideCallNextOverWaiting)->Arg(10)->Arg(1000)->Arg(100000);
BENCHMARK(citizenInADayOf)->Arg(10)->Arg(1000)->Arg(100000);
BENCHMARK(citizenWithWaiting)->Arg(10)->Arg(1000)->Arg(100000);
BENCHMARK(encodeCall);
BENCHMARK(copyHall)->Arg(10)->Arg(1000)->Arg(100000);

}  // namespace
}  // namespace luot::queue

BENCHMARK_MAIN();
