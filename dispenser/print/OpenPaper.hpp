#pragma once

#include <filesystem>
#include <string>

#include "base/Wording.hpp"
#include "base/settings/Complaint.hpp"
#include "dispenser/print/TicketLayout.hpp"

namespace luot::dispenser::print {

/// What the settings say of the paper.
struct PaperChoice {
    int width = dotsOf80mm;      ///< printable dots
    std::string form = "full";   ///< "full", "short" or a file
    std::filesystem::path logo;  ///< PNG; empty: none
};

/// invalidInput: what is wrong with the form or the logo, with file and line.
base::Result<TicketPaper> openPaper(const PaperChoice& choice, const base::Wording& wording);

/// All that is wrong with the form and the logo, for --check-config.
base::settings::Complaints complaintsOn(const PaperChoice& choice);

/// The sentences that the paper's form names by their keys; TicketWords asks for them.
std::vector<std::string> wordingKeys(const TicketPaper& paper);

}  // namespace luot::dispenser::print
