#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace luot::dispenser {

/// Papers that were begun and whose outcome the server does not know yet. Kept in a file, so that a kiosk
/// that died meanwhile can say so when it is back. The file is written by a thread of its own: whoever notes
/// something does not wait for the disk.
class PapersUnderWay {
public:
    static constexpr std::size_t mostKept = 64;  ///< papers; more are not noted
    /// So long a paper waits for its note; a disk that takes longer shall not keep it from the citizen.
    static constexpr std::chrono::seconds settlesWithin{10};
    /// By id of the ticket; "unknown" as long as nobody can say.
    using Outcomes = std::map<std::string, std::string>;

    /// Without a file nothing outlives the program.
    explicit PapersUnderWay(std::filesystem::path file = {});
    /// Waits until all is on the disk.
    ~PapersUnderWay();

    /// What an earlier run of the kiosk has left.
    Outcomes left() const;
    void begun(const std::string& ticket) { note(ticket, "unknown"); }
    void ended(const std::string& ticket, const std::string& outcome) { note(ticket, outcome); }
    /// The server has it, or the ticket carries it along.
    void told(const std::string& ticket);
    /// Waits until all that was noted is on the disk; a file that cannot be written is not waited for.
    void settle();

private:
    void note(const std::string& ticket, const std::string& outcome);
    void changed();
    void run();
    void keep(const Outcomes& outcomes);

    const std::filesystem::path file_;
    bool complained_ = false;  ///< of the thread alone

    mutable std::mutex mutex_;  ///< guards what follows
    std::condition_variable news_;
    Outcomes outcomes_;
    int changes_ = 0;  ///< since the start
    int kept_ = 0;     ///< of them, those that the file has
    bool ending_ = false;

    std::thread writer_;  ///< only with a file
};

}  // namespace luot::dispenser
