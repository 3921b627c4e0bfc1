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

/// Tells the next ones of the counter to make ready; they go on waiting.
struct PrepareTickets {
    int counter = 0;
    int count = 3;
};

/// Calls waiting numbers of a service into a part of the hall; they go on waiting.
struct CallRange {
    std::string service;
    int count = 0;  ///< the first so many of those who wait
    std::string zone;
};

/// Takes the last call at the counter back, while it is fresh.
struct UndoCall {
    int counter = 0;
};

}  // namespace luot::queue
