#pragma once

#include <optional>
#include <string>

#include "base/settings/ProgramOptions.hpp"
#include "net/Listener.hpp"
#include "server/backup/BackupRules.hpp"

namespace luot::server::run {

/// Everything the command line of luot-server may hold.
base::settings::Program serverProgram();

/// What the running server is set to.
struct ServerSettings {
    std::string data;
    std::string centre;  ///< file; empty: none given
    std::string listen;
    std::string publicUrl;  ///< empty: made from the listening address
    int requestsPerSecond = 0;
    net::ListenerLimits limits;
    std::string backupTo;  ///< folder; empty: no copies are made
    backup::BackupRules backup;
    std::optional<base::Instant> startTime;
    double speed = 1;
};

/// invalidInput when the options do not go together.
base::Result<ServerSettings> serverSettings(const base::settings::Arguments& arguments);

}  // namespace luot::server::run
