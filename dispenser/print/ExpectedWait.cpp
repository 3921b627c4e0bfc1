#include "dispenser/print/ExpectedWait.hpp"

namespace luot::dispenser::print {

std::string waitText(const protocol::MinuteRange& wait, const base::Wording& wording,
                     const std::string& language) {
    const auto from = std::to_string(wait.from);
    const auto to = std::to_string(wait.to);
    if (wait.to == 0) return wording.text(language, "kiosk.wait_none");
    if (wait.from == 0) return wording.text(language, "kiosk.wait_under", {{"n", to}});
    if (wait.from == wait.to) return wording.text(language, "common.minutes", {{"n", to}});
    return wording.text(language, "kiosk.wait_range", {{"from", from}, {"to", to}});
}

std::string aboutWait(const protocol::MinuteRange& wait, const base::Wording& wording,
                      const std::string& language) {
    const auto text = waitText(wait, wording, language);
    return wait.from == 0 ? text : wording.text(language, "kiosk.wait_about", {{"wait", text}});
}

}  // namespace luot::dispenser::print
