#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "base/Result.hpp"
#include "base/Wording.hpp"
#include "base/settings/Complaint.hpp"
#include "dispenser/print/form/TicketForm.hpp"

namespace luot::dispenser::print::form {

using FormResult = base::Result<std::shared_ptr<const TicketForm>, base::settings::Complaints>;

/// Reads a file such as config/tickets/full.toml; all errors are told together, with their lines. `wording`:
/// what keys of sentences must be in.
FormResult readForm(const std::filesystem::path& file, const base::Wording& wording);
FormResult parseForm(std::string_view text, std::string file, const base::Wording& wording);

/// Where a form stands: "full" and "short" among the shared files (tickets/full.toml), anything else is a
/// path.
base::Result<std::filesystem::path> formFile(const std::string& nameOrFile);

/// invalidInput: every error, one a line.
base::Result<std::shared_ptr<const TicketForm>> openForm(const std::string& nameOrFile,
                                                         const base::Wording& wording);

}  // namespace luot::dispenser::print::form
