#pragma once

#include <filesystem>

#include "base/Result.hpp"
#include "base/settings/Complaint.hpp"
#include "server/centre/Centre.hpp"

namespace luot::server::centre {

using base::settings::Complaint;
using base::settings::Complaints;

/// Reads a centre's file with the catalogue and the holidays that it names. All errors of all files are told
/// together, each with file and line. The same files always give equal rules.
base::Result<Centre, Complaints> readCentre(const std::filesystem::path& file);

}  // namespace luot::server::centre
