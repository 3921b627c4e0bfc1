#pragma once

#include <optional>
#include <string>

/// What a clerk does at a counter with the ticket that is there, or to get one there.
namespace luot::queue {

struct CallNext {
    int counter = 0;
};

struct CallNumber {
    int counter = 0;
    std::string number;
};

struct Recall {
    int counter = 0;
};

struct StartService {
    int counter = 0;
};

struct FinishTicket {
    int counter = 0;
    std::optional<std::string> outcome;
};

struct MissTicket {
    int counter = 0;
};

struct HoldTicket {
    int counter = 0;
};

/// Takes the last call at the counter back, while it is fresh.
struct UndoCall {
    int counter = 0;
};

}  // namespace luot::queue
