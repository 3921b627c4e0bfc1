#include "dispenser/print/PrintThread.hpp"

#include "base/Log.hpp"
#include "dispenser/print/TicketJob.hpp"
#include "dispenser/print/TicketLayout.hpp"
#include "hardware/printer/FilePrinter.hpp"

namespace luot::dispenser::print {

namespace {

/// Picture beside the bytes; a picture that cannot be kept must not keep anybody from a ticket.
void keepPicture(const std::filesystem::path& folder, const std::string& name,
                 const draw::image::Raster& raster) {
    std::error_code none;
    std::filesystem::create_directories(folder, none);
    const auto file = hardware::printer::freeFile(folder, name, ".png");
    if (const auto kept = draw::image::toCanvas(raster).writePng(file); !kept)
        base::logWarn("the picture of {} was not kept: {}", name, kept.error().what);
}

void keepBytes(const std::filesystem::path& folder, const hardware::printer::PrintJob& job) {
    if (const auto kept = hardware::printer::FilePrinter(folder).print(job); !kept.confirmed())
        base::logWarn("the bytes of {} were not kept: {}", job.name, kept.detail);
}

}  // namespace

PrintThread::PrintThread(PrintSettings settings, std::unique_ptr<hardware::printer::Printer> printer,
                         std::function<void()> wake)
    : settings_(std::move(settings)),
      printer_(std::move(printer)),
      wake_(std::move(wake)),
      thread_([this] { run(); }) {}

PrintThread::~PrintThread() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

bool PrintThread::print(PrintOrder order) {
    {
        const std::lock_guard lock(mutex_);
        if (orders_.size() >= mostWaiting) return false;
        orders_.push_back(std::move(order));
    }
    changed_.notify_all();
    return true;
}

std::optional<PrintResult> PrintThread::poll() {
    const std::lock_guard lock(mutex_);
    if (results_.empty()) return std::nullopt;
    auto result = std::move(results_.front());
    results_.pop_front();
    return result;
}

void PrintThread::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return ending_ || !orders_.empty(); });
        if (ending_) return;
        const auto order = std::move(orders_.front());
        orders_.pop_front();
        lock.unlock();
        PrintResult result{order.ticket, printNow(order)};
        lock.lock();
        results_.push_back(std::move(result));
        wake_();
    }
}

std::string PrintThread::printNow(const PrintOrder& order) {
    const auto raster = ticketRaster(order.text, settings_.width);
    const auto job = ticketJob(order.text.number, raster, ++jobs_);
    if (!settings_.keepIn.empty()) keepPicture(settings_.keepIn, job.name, raster);
    if (!settings_.keepIn.empty() && settings_.keepBytes) keepBytes(settings_.keepIn, job);
    const auto report = printer_->print(job);
    const auto outcome = std::string(nameOf(report.state));
    if (!report.confirmed())
        base::logError("ticket {}: {}, {}: {}", job.name, outcome, nameOf(report.fault), report.detail);
    return outcome;
}

}  // namespace luot::dispenser::print
