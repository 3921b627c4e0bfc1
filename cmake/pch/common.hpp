#pragma once

// Precompiled for every target: what nearly all files read anyway. Nothing may rely on it: each file includes its own.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <unordered_map>
#include <variant>
#include <vector>

#include "base/json/Json.hpp"
