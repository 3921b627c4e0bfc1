#pragma once

#include <optional>
#include <string>
#include <vector>

#include "queue/Command.hpp"
#include "server/hall/Answers.hpp"

/// Kiosks that asked for a number, heard nothing and gave one of their own.
namespace luot::server::hall {

/// A command whose unanswered questions have been looked up.
struct Withdrawal {
    queue::Command command;          ///< names the tickets that nobody holds
    std::vector<std::string> never;  ///< ids of commands that have not come and must not take effect later
};

/// None for commands that take nothing back.
std::optional<Withdrawal> withdrawal(const queue::Command& command, const std::string& token,
                                     const Answers& answers);

/// What is kept in place of an answer: whatever comes later with that id does not repeat it.
Answers::Kept neverAnswered();

}  // namespace luot::server::hall
