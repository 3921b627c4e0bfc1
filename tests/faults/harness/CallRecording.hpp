#pragma once

#include <fstream>
#include <optional>
#include <string>

#include "../shim/FaultPlan.hpp"

namespace luot::faults {

/// One call as the shim recorded it.
struct RecordedCall {
    CallRecord head;
    std::string path;
    std::string other;
    std::string bytes;
};

/// What the shim wrote about one life of the program. A death may leave half of an entry at its end, which is
/// left out.
class CallRecording {
public:
    explicit CallRecording(const std::string& file) : in_(file, std::ios::binary) {}
    std::optional<RecordedCall> next();

private:
    std::ifstream in_;
};

}  // namespace luot::faults
