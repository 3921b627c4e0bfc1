#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>

#include "dispenser/print/TicketLayout.hpp"
#include "hardware/printer/Printer.hpp"
#include "hardware/printer/profile/Profile.hpp"

namespace luot::dispenser::print {

/// A ticket to be put on paper.
struct PrintOrder {
    std::string ticket;  ///< id
    TicketText text;
    std::chrono::steady_clock::time_point given = std::chrono::steady_clock::now();
};

/// What became of it.
struct PrintResult {
    std::string ticket;
    hardware::printer::PrintReport report;  ///< its `firstByte` counts from the order
};

/// What the printer's thread has to say: of a ticket, or how the printer is.
using PrintNews = std::variant<PrintResult, hardware::printer::Readiness>;

/// Port of the thing that prints tickets, as the kiosk sees it: never waits.
class TicketPrinter {
public:
    virtual ~TicketPrinter() = default;
    /// False: too many wait already, and the ticket was not taken.
    virtual bool print(PrintOrder order) = 0;
    /// Asks how the printer is; poll() tells it.
    virtual void check() = 0;
    virtual std::optional<PrintNews> poll() = 0;
};

struct PrintSettings {
    TicketPaper paper;
    hardware::printer::profile::Profile printer;
    bool sounds = false;           ///< the printer's buzzer, when a ticket is out
    std::filesystem::path keepIn;  ///< bytes and picture of each ticket are left here; empty: nowhere
    bool keepBytes = false;        ///< the bytes too; a file printer leaves them itself
    /// While nothing is printed the printer is asked so often how it is; 0: only when somebody wants to know.
    std::chrono::milliseconds watch{0};
    /// Called on the thread before the first byte of a ticket goes out, and may take its time.
    std::function<void()> beforePaper = [] {};
};

/// Draws, encodes and prints tickets one by one on a thread of its own, and looks after the printer in
/// between. `wake` is called there whenever there is news.
class PrintThread final : public TicketPrinter {
public:
    static constexpr std::size_t mostWaiting = 8;  ///< orders
    /// A printer with a fault is asked so often: whoever mends it should see that it is well.
    static constexpr std::chrono::milliseconds watchFault{2000};

    PrintThread(PrintSettings settings, std::unique_ptr<hardware::printer::Printer> printer,
                std::function<void()> wake);
    /// Waits for the job in hand; drops the others.
    ~PrintThread() override;

    bool print(PrintOrder order) override;
    void check() override;
    std::optional<PrintNews> poll() override;

private:
    void run();
    PrintNews work(std::optional<PrintOrder> order);
    hardware::printer::PrintReport printNow(const PrintOrder& order);
    bool wanted() const { return ending_ || checking_ || !orders_.empty(); }
    std::optional<PrintOrder> takeOrder();

    PrintSettings settings_;
    std::unique_ptr<hardware::printer::Printer> printer_;
    std::function<void()> wake_;
    // Of the thread alone.
    unsigned jobs_ = 0;
    bool faulty_ = false;  ///< as far as the printer said last

    std::mutex mutex_;  ///< guards what follows
    std::condition_variable changed_;
    std::deque<PrintOrder> orders_;
    std::deque<PrintNews> news_;
    bool checking_ = false;  ///< somebody wants to know how the printer is
    bool ending_ = false;

    std::thread thread_;
};

}  // namespace luot::dispenser::print
