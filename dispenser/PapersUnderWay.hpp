#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace luot::dispenser {

/// Papers that were begun and whose outcome the server does not know yet. Kept in a file, so that a kiosk
/// that died meanwhile can say so when it is back.
class PapersUnderWay {
public:
    static constexpr std::size_t mostKept = 64;  ///< papers; more are not noted
    /// By id of the ticket; "unknown" as long as nobody can say.
    using Outcomes = std::map<std::string, std::string>;

    /// Without a file nothing outlives the program.
    explicit PapersUnderWay(std::filesystem::path file = {});

    /// What an earlier run of the kiosk has left.
    const Outcomes& left() const { return outcomes_; }
    void begun(const std::string& ticket) { note(ticket, "unknown"); }
    void ended(const std::string& ticket, const std::string& outcome) { note(ticket, outcome); }
    /// The server has it, or the ticket carries it along.
    void told(const std::string& ticket);

private:
    void note(const std::string& ticket, const std::string& outcome);
    void keep();

    std::filesystem::path file_;
    Outcomes outcomes_;
    bool complained_ = false;
};

}  // namespace luot::dispenser
