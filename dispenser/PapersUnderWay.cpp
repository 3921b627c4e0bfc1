#include "dispenser/PapersUnderWay.hpp"

#include "base/Log.hpp"
#include "base/json/Json.hpp"
#include "base/program/KeptFile.hpp"

namespace luot::dispenser {

namespace {

constexpr std::size_t largestFile = 64 * 1024;  ///< bytes

base::Result<PapersUnderWay::Outcomes> outcomesIn(const std::string& text) {
    const auto value = base::json::parse(text, largestFile);
    if (!value) return tl::unexpected(value.error());
    return base::json::decode<PapersUnderWay::Outcomes>(*value);
}

}  // namespace

PapersUnderWay::PapersUnderWay(std::filesystem::path file) : file_(std::move(file)) {
    if (file_.empty()) return;
    if (const auto text = base::keptText(file_)) {
        auto outcomes = outcomesIn(*text);
        if (outcomes)
            outcomes_ = std::move(*outcomes);
        else
            base::logWarn("{}: {}; papers that were begun are not known", file_.string(),
                          outcomes.error().what);
    }
    writer_ = std::thread([this] { run(); });
}

PapersUnderWay::~PapersUnderWay() {
    if (!writer_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    news_.notify_all();
    writer_.join();
}

PapersUnderWay::Outcomes PapersUnderWay::left() const {
    const std::lock_guard lock(mutex_);
    return outcomes_;
}

void PapersUnderWay::told(const std::string& ticket) {
    const std::lock_guard lock(mutex_);
    if (outcomes_.erase(ticket) > 0) changed();
}

void PapersUnderWay::note(const std::string& ticket, const std::string& outcome) {
    const std::lock_guard lock(mutex_);
    const auto known = outcomes_.find(ticket);
    if (known == outcomes_.end() && outcomes_.size() >= mostKept) return;
    if (known != outcomes_.end() && known->second == outcome) return;
    outcomes_[ticket] = outcome;
    changed();
}

void PapersUnderWay::changed() {
    ++changes_;
    news_.notify_all();
}

void PapersUnderWay::settle() {
    std::unique_lock lock(mutex_);
    if (!writer_.joinable()) return;
    const int noted = changes_;
    if (!news_.wait_for(lock, settlesWithin, [&] { return kept_ >= noted; }))
        base::logWarn("{} is not written in time: the paper goes out without its note", file_.string());
}

void PapersUnderWay::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        news_.wait(lock, [this] { return ending_ || kept_ < changes_; });
        if (kept_ == changes_) return;
        const auto outcomes = outcomes_;
        const int noted = changes_;
        lock.unlock();
        keep(outcomes);
        lock.lock();
        kept_ = noted;
        news_.notify_all();
    }
}

void PapersUnderWay::keep(const Outcomes& outcomes) {
    if (base::keepText(file_, base::json::encodeText(outcomes) + "\n") || complained_) return;
    complained_ = true;
    base::logWarn("{} cannot be written: papers that are begun are forgotten when the kiosk dies",
                  file_.string());
}

}  // namespace luot::dispenser
