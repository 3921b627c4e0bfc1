#include "dispenser/tools/TestWords.hpp"

#include <fmt/format.h>

namespace luot::dispenser::tools {

namespace {

using hardware::printer::PrintFault;
using hardware::printer::PrintState;
using Kind = Verdict::Kind;

/// Says things in one language.
class Speaker {
public:
    Speaker(const base::Wording& wording, const std::string& language)
        : wording_(wording), language_(language) {}

    Verdict say(Kind kind, const std::string& key, std::initializer_list<base::Fill> fills = {}) const {
        return {kind, wording_.text(language_, "print_test." + key, fills)};
    }
    /// Of two sentences the one that is true.
    Verdict either(bool good, const std::string& key) const {
        return good ? say(Kind::good, key) : say(Kind::bad, "no_" + key);
    }
    Verdict fault(PrintFault fault) const {
        const auto kind = stopsPrinting(fault) ? Kind::bad : Kind::note;
        return {kind, wording_.text(language_, staffKey(fault))};
    }

private:
    const base::Wording& wording_;
    const std::string& language_;
};

}  // namespace

std::string Verdict::line() const {
    const char* sign = kind == Kind::good ? "+" : (kind == Kind::bad ? "!" : "-");
    return fmt::format("{} {}", sign, text);
}

std::vector<Verdict> verdictsOn(const hardware::printer::probe::Findings& findings,
                                const base::Wording& wording, const std::string& language) {
    const Speaker speaker(wording, language);
    if (!findings.reached) return {speaker.fault(findings.fault)};
    std::vector<Verdict> verdicts{speaker.say(Kind::good, "reached"),
                                  speaker.either(findings.tellsStatus, "status")};
    if (findings.fault != PrintFault::none) verdicts.push_back(speaker.fault(findings.fault));
    if (findings.fault == PrintFault::none && findings.tellsStatus)
        verdicts.push_back(speaker.say(Kind::good, "well"));
    if (!findings.asked) {
        verdicts.push_back(speaker.say(Kind::note, "not_asked"));
        return verdicts;
    }
    verdicts.push_back(speaker.either(findings.confirms(), "confirms"));
    if (!findings.reportsByItself) verdicts.push_back(speaker.say(Kind::note, "no_reports"));
    const auto name = findings.maker.value_or("") + " " + findings.model.value_or("");
    if (findings.maker || findings.model)
        verdicts.push_back(speaker.say(Kind::note, "name", {{"name", name}}));
    return verdicts;
}

Verdict verdictOn(const hardware::printer::PrintReport& page, double seconds, const base::Wording& wording,
                  const std::string& language) {
    const Speaker speaker(wording, language);
    const auto time = fmt::format("{:.1f}", seconds);
    if (page.confirmed()) return speaker.say(Kind::good, "page_printed", {{"s", time}});
    if (page.fault != PrintFault::none) return speaker.fault(page.fault);
    return speaker.say(page.state == PrintState::failed ? Kind::bad : Kind::note, "page_unknown");
}

}  // namespace luot::dispenser::tools
