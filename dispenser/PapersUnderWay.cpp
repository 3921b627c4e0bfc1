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
    const auto text = base::keptText(file_);
    if (!text) return;
    auto outcomes = outcomesIn(*text);
    if (outcomes)
        outcomes_ = std::move(*outcomes);
    else
        base::logWarn("{}: {}; papers that were begun are not known", file_.string(), outcomes.error().what);
}

void PapersUnderWay::told(const std::string& ticket) {
    if (outcomes_.erase(ticket) > 0) keep();
}

void PapersUnderWay::note(const std::string& ticket, const std::string& outcome) {
    const auto known = outcomes_.find(ticket);
    if (known == outcomes_.end() && outcomes_.size() >= mostKept) return;
    if (known != outcomes_.end() && known->second == outcome) return;
    outcomes_[ticket] = outcome;
    keep();
}

void PapersUnderWay::keep() {
    if (file_.empty() || base::keepText(file_, base::json::encodeText(outcomes_) + "\n") || complained_)
        return;
    complained_ = true;
    base::logWarn("{} cannot be written: papers that are begun are forgotten when the kiosk dies",
                  file_.string());
}

}  // namespace luot::dispenser
