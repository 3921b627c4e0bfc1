#include "server/api/wire/Reason.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/Wording.hpp"
#include "server/api/wire/Words.hpp"

namespace luot::server::api::wire {

namespace {

/// A clerk reads so many numbers at a glance; the rest is counted.
constexpr std::size_t namedNumbers = 8;

/// "A012, A013 and 4 more"
std::string numbersOf(const queue::Reason& given, const base::Wording& wording, std::string_view language) {
    const auto named = std::min(given.passedOver.size(), namedNumbers);
    const std::vector<std::string> first(given.passedOver.begin(),
                                         given.passedOver.begin() + static_cast<std::ptrdiff_t>(named));
    auto numbers = fmt::format("{}", fmt::join(first, ", "));
    const auto rest = static_cast<std::size_t>(given.passedOverCount) - named;
    if (rest == 0) return numbers;
    const bool counted = static_cast<std::size_t>(given.passedOverCount) <= queue::maxPassedOver;
    return wording.text(language, counted ? "reason.and_more" : "reason.and_many_more",
                        {{"numbers", numbers}, {"n", std::to_string(rest)}});
}

}  // namespace

std::string sentence(const queue::Reason& given, const base::Wording& wording, std::string_view language) {
    auto text = wording.text(language, "reason." + word(given.code));
    const auto waited = std::to_string(seconds(given.waitedS) / 60);
    text += ", " + wording.text(language, "reason.waited", {{"n", waited}});
    if (given.passedOverCount == 0) return text;
    const auto numbers = numbersOf(given, wording, language);
    return text + ", " + wording.text(language, "reason.passed_over", {{"numbers", numbers}});
}

Reason reason(const queue::Reason& given, const base::Wording* wording) {
    Reason shown{given, std::nullopt, std::nullopt};
    if (!wording) return shown;
    shown.text = sentence(given, *wording, "en");
    shown.textVi = sentence(given, *wording, "vi");
    return shown;
}

}  // namespace luot::server::api::wire
