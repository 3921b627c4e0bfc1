#pragma once

#include "server/run/App.hpp"

namespace luot::server::run {

/// Opens the folder, reads today back and the centre's file: all that can fail before anything is told.
base::Result<App::Opened> openServer(const ServerSettings& settings);

}  // namespace luot::server::run
