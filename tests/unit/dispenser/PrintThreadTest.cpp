#include "dispenser/print/PrintThread.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

#include "dispenser/print/OpenPaper.hpp"

/// The thread between the kiosk and its printer.
namespace luot::dispenser::print {
namespace {

using namespace std::chrono_literals;
using hardware::printer::PrintFault;
using hardware::printer::PrintJob;
using hardware::printer::PrintReport;
using hardware::printer::PrintState;
using hardware::printer::Readiness;

const base::Wording& wording() {
    static const auto loaded = base::Wording::load(LUOT_SOURCE_DIR "/config/wording");
    if (!loaded) throw std::runtime_error(loaded.error().what);
    return *loaded;
}

/// What the printer of the tests says, and how often it was asked.
struct Script {
    std::atomic<PrintFault> fault = PrintFault::none;
    std::atomic<int> checks = 0;
    std::atomic<bool> holds = false;  ///< prints nothing as long as it is set
    std::atomic<int> noted = 0;       ///< papers, before they are begun
    std::atomic<int> begun = 0;
};

class ScriptedPrinter final : public hardware::printer::Printer {
public:
    explicit ScriptedPrinter(Script& script) : script_(script) {}
    PrintReport print(const PrintJob&) override {
        EXPECT_EQ(++script_.begun, script_.noted) << "a paper is noted before its first byte";
        script_.holds.wait(true);
        const auto fault = script_.fault.load();
        return {stopsPrinting(fault) ? PrintState::failed : PrintState::confirmed, fault, "", 5ms};
    }
    Readiness check() override {
        ++script_.checks;
        return {script_.fault, true, ""};
    }

private:
    Script& script_;
};

class PrintThreadTest : public testing::Test {
protected:
    void start(std::chrono::milliseconds watch = 0ms) {
        PrintSettings settings;
        settings.paper = openPaper({}, wording()).value();
        settings.watch = watch;
        settings.beforePaper = [this] { ++script_.noted; };
        thread_.emplace(std::move(settings), std::make_unique<ScriptedPrinter>(script_), [this] {
            ++woken_;
            woken_.notify_all();
        });
    }
    PrintOrder order(const std::string& ticket) {
        TicketText text;
        text.number = "A001";
        return {ticket, text};
    }
    /// The next news, which is of that kind.
    template <class T>
    T next() {
        for (auto news = thread_->poll();; news = thread_->poll()) {
            if (news) {
                EXPECT_TRUE(std::holds_alternative<T>(*news));
                return std::get<T>(*news);
            }
            woken_.wait(seen_);
            seen_ = woken_;
        }
    }

    Script script_;
    std::atomic<int> woken_ = 0;
    int seen_ = 0;
    std::optional<PrintThread> thread_;
};

TEST_F(PrintThreadTest, AsksThePrinterOnlyWhenSomebodyWantsToKnow) {
    start();
    EXPECT_FALSE(thread_->poll());
    script_.fault = PrintFault::coverOpen;
    thread_->check();
    EXPECT_EQ(next<Readiness>().fault, PrintFault::coverOpen);
    EXPECT_EQ(script_.checks, 1);
}

TEST_F(PrintThreadTest, LooksAfterAnIdlePrinterByItself) {
    start(5ms);
    EXPECT_TRUE(next<Readiness>().ready());
    script_.fault = PrintFault::paperEnd;
    while (next<Readiness>().ready()) {
    }
    script_.fault = PrintFault::none;
    while (!next<Readiness>().ready()) {
    }
}

TEST_F(PrintThreadTest, TellsWhatBecameOfEachTicketInTheirOrder) {
    start();
    EXPECT_TRUE(thread_->print(order("t1")));
    EXPECT_TRUE(thread_->print(order("t2")));
    const auto first = next<PrintResult>();
    EXPECT_EQ(first.ticket, "t1");
    EXPECT_TRUE(first.report.confirmed());
    EXPECT_GE(first.report.firstByte, 5ms) << "drawing counts too";
    script_.fault = PrintFault::cutter;
    const auto second = next<PrintResult>();
    EXPECT_EQ(second.ticket, "t2");
    EXPECT_TRUE(thread_->print(order("t3")));
    EXPECT_EQ(next<PrintResult>().report.fault, PrintFault::cutter);
}

TEST_F(PrintThreadTest, TakesNoMoreTicketsThanItPrintsBeforeLong) {
    script_.holds = true;
    start();
    std::size_t taken = 0;
    while (taken < 2 * PrintThread::mostWaiting && thread_->print(order("t"))) ++taken;
    EXPECT_GE(taken, PrintThread::mostWaiting);
    EXPECT_LE(taken, PrintThread::mostWaiting + 1) << "one is in hand";
    script_.holds = false;
    script_.holds.notify_all();
}

}  // namespace
}  // namespace luot::dispenser::print
