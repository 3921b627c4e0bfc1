#include "dispenser/print/ExpectedWait.hpp"

namespace luot::dispenser::print {

namespace {

constexpr int coarseFrom = 15;  ///< minutes; above, nobody knows single minutes
constexpr int coarseStep = 5;   ///< minutes

int stepOf(int minutes) { return minutes > coarseFrom ? coarseStep : 1; }

}  // namespace

ExpectedWait ExpectedWait::of(const protocol::Estimate& estimate) {
    int from = std::max(0, estimate.p50S) / 60;
    int to = (std::max(0, estimate.p90S) + 59) / 60;
    from -= from % stepOf(from);
    to += (stepOf(to) - to % stepOf(to)) % stepOf(to);
    return {std::min(from, to), to};
}

std::string waitText(const ExpectedWait& wait, const base::Wording& wording, const std::string& language) {
    const auto from = std::to_string(wait.from);
    const auto to = std::to_string(wait.to);
    if (wait.none()) return wording.text(language, "kiosk.wait_none");
    if (wait.from == 0) return wording.text(language, "kiosk.wait_under", {{"n", to}});
    if (wait.from == wait.to) return wording.text(language, "common.minutes", {{"n", to}});
    return wording.text(language, "kiosk.wait_range", {{"from", from}, {"to", to}});
}

std::string aboutWait(const ExpectedWait& wait, const base::Wording& wording, const std::string& language) {
    const auto text = waitText(wait, wording, language);
    return wait.from == 0 ? text : wording.text(language, "kiosk.wait_about", {{"wait", text}});
}

}  // namespace luot::dispenser::print
