#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "dispenser/print/TicketText.hpp"
#include "hardware/printer/Printer.hpp"

namespace luot::dispenser::print {

/// A ticket to be put on paper.
struct PrintOrder {
    std::string ticket;  ///< id
    TicketText text;
};

/// What became of it: "confirmed", "unknown" or "failed", as the server takes it.
struct PrintResult {
    std::string ticket;
    std::string outcome;
};

/// Port of the thing that prints tickets, as the kiosk sees it: never waits.
class TicketPrinter {
public:
    virtual ~TicketPrinter() = default;
    /// False: too many wait already, and the ticket was not taken.
    virtual bool print(PrintOrder order) = 0;
    virtual std::optional<PrintResult> poll() = 0;
};

struct PrintSettings {
    int width = 576;               ///< printable dots of the paper
    std::filesystem::path keepIn;  ///< bytes and picture of each ticket are left here; empty: nowhere
    bool keepBytes = false;        ///< the bytes too; a file printer leaves them itself
};

/// Draws, encodes and prints tickets one by one on a thread of its own. `wake` is called there after each.
class PrintThread final : public TicketPrinter {
public:
    static constexpr std::size_t mostWaiting = 8;  ///< orders

    PrintThread(PrintSettings settings, std::unique_ptr<hardware::printer::Printer> printer,
                std::function<void()> wake);
    /// Waits for the job in hand; drops the others.
    ~PrintThread() override;

    bool print(PrintOrder order) override;
    std::optional<PrintResult> poll() override;

private:
    void run();
    std::string printNow(const PrintOrder& order);

    PrintSettings settings_;
    std::unique_ptr<hardware::printer::Printer> printer_;
    std::function<void()> wake_;
    unsigned jobs_ = 0;  ///< of the thread alone

    std::mutex mutex_;  ///< guards what follows
    std::condition_variable changed_;
    std::deque<PrintOrder> orders_;
    std::deque<PrintResult> results_;
    bool ending_ = false;

    std::thread thread_;
};

}  // namespace luot::dispenser::print
