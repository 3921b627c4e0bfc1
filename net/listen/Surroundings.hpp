#pragma once

#include "net/Application.hpp"
#include "net/Listener.hpp"

namespace luot::net::listen {

/// What the connections of one listener share. A listener that ends before its connections takes the
/// application away.
struct Surroundings {
    Application* application = nullptr;
    ListenerLimits limits;
};

}  // namespace luot::net::listen
