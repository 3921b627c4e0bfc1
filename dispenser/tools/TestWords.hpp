#pragma once

#include <string>
#include <vector>

#include "base/Wording.hpp"
#include "hardware/printer/PrintReport.hpp"
#include "hardware/printer/probe/Probe.hpp"

namespace luot::dispenser::tools {

/// One sentence for the one who set the printer up.
struct Verdict {
    enum class Kind { good, bad, note };
    Kind kind = Kind::note;
    std::string text;

    /// "+ ...", "! ..." or "- ...".
    std::string line() const;
    bool operator==(const Verdict&) const = default;
};

/// What the answers mean, without any technical word that a clerk does not know.
std::vector<Verdict> verdictsOn(const hardware::printer::probe::Findings& findings,
                                const base::Wording& wording, const std::string& language);

/// What became of the test page, after so long.
Verdict verdictOn(const hardware::printer::PrintReport& page, double seconds, const base::Wording& wording,
                  const std::string& language);

}  // namespace luot::dispenser::tools
