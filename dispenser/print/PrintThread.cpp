#include "dispenser/print/PrintThread.hpp"

#include "base/Log.hpp"
#include "dispenser/print/TicketJob.hpp"
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

/// Fonts are read when they are first used, which takes 0.1 s: the first citizen shall not wait for that.
void readFonts(const TicketPaper& paper) {
    if (!paper.form) return;
    TicketText any;
    any.number = "A";
    for (const auto& name : contentNames()) any.says[name] = {"A", ""};
    ticketRaster(any, paper);
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

void PrintThread::check() {
    {
        const std::lock_guard lock(mutex_);
        checking_ = true;
    }
    changed_.notify_all();
}

std::optional<PrintNews> PrintThread::poll() {
    const std::lock_guard lock(mutex_);
    if (news_.empty()) return std::nullopt;
    auto news = std::move(news_.front());
    news_.pop_front();
    return news;
}

void PrintThread::run() {
    readFonts(settings_.paper);
    std::unique_lock lock(mutex_);
    for (;;) {
        const auto until = faulty_ ? std::min(watchFault, settings_.watch) : settings_.watch;
        if (until.count() == 0)
            changed_.wait(lock, [this] { return wanted(); });
        else
            changed_.wait_for(lock, until, [this] { return wanted(); });
        if (ending_) return;
        auto order = takeOrder();
        if (!order) checking_ = false;
        lock.unlock();
        auto news = work(std::move(order));
        lock.lock();
        news_.push_back(std::move(news));
        wake_();
    }
}

std::optional<PrintOrder> PrintThread::takeOrder() {
    if (orders_.empty()) return std::nullopt;
    auto order = std::move(orders_.front());
    orders_.pop_front();
    return order;
}

/// Without an order the printer is asked how it is.
PrintNews PrintThread::work(std::optional<PrintOrder> order) {
    if (order) {
        const auto report = printNow(*order);
        faulty_ = stopsPrinting(report.fault);
        return PrintResult{order->ticket, report};
    }
    auto readiness = printer_->check();
    if (!readiness.ready() && !faulty_)
        base::logWarn("the printer cannot print, {}: {}", nameOf(readiness.fault), readiness.detail);
    faulty_ = !readiness.ready();
    return readiness;
}

hardware::printer::PrintReport PrintThread::printNow(const PrintOrder& order) {
    const auto raster = ticketRaster(order.text, settings_.paper);
    JobPlan plan{order.text.number, ++jobs_, settings_.printer, settings_.sounds};
    if (plan.printer.abilities.nativeQr)
        plan.code = sheet::loneCode(ticketLayout(order.text, settings_.paper), raster);
    const auto job = ticketJob(plan, raster);
    if (!settings_.keepIn.empty()) keepPicture(settings_.keepIn, job.name, raster);
    if (!settings_.keepIn.empty() && settings_.keepBytes) keepBytes(settings_.keepIn, job);
    settings_.beforePaper();
    const auto begun = std::chrono::steady_clock::now();
    auto report = printer_->print(job);
    report.firstByte += std::chrono::duration_cast<std::chrono::milliseconds>(begun - order.given);
    if (!report.confirmed())
        base::logError("ticket {}: {}, {}: {}", job.name, nameOf(report.state), nameOf(report.fault),
                       report.detail);
    return report;
}

}  // namespace luot::dispenser::print
