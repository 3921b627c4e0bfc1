#pragma once

#include <string>

#include "net/Http.hpp"

namespace luot::net::listen {

/// Puts path and query of a request's target into `request`; a proxy's absolute form is taken too. False when
/// it is malformed.
bool splitTarget(std::string target, HttpRequest& request);

/// The status line and headers of a response, up to the empty line.
std::string responseHead(const HttpResponse& response, bool keepAlive);

}  // namespace luot::net::listen
