#pragma once

#include <optional>
#include <string>

namespace luot::queue {

struct OpenCounter {
    int counter = 0;
    std::optional<std::string> clerk;
};

struct PauseCounter {
    int counter = 0;
    std::string reason;
};

struct ResumeCounter {
    int counter = 0;
};

struct CloseCounter {
    int counter = 0;
};

}  // namespace luot::queue
