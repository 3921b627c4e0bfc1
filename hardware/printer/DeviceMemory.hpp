#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/Result.hpp"

namespace luot::hardware::printer {

/// How a printer can say that a job is on paper.
enum class Confirmation {
    unproven,   ///< it is asked both ways, and what it answers is remembered
    processId,  ///< GS ( H: the echo of an id
    fence,      ///< GS r: one byte, after all before it
    none,
};

/// What one printer has shown that it can.
struct DeviceRecord {
    Confirmation confirmation = Confirmation::unproven;
    bool tellsStatus = false;  ///< it has answered DLE EOT: silence then means that it serves somebody else
    bool mute = false;  ///< it has confirmed a job and answered no DLE EOT before it: jobs wait for none then
    int silentJobs = 0;  ///< one after the other that it took without confirming any; while unproven
    bool operator==(const DeviceRecord&) const = default;
};

/// Remembers the printers by their setting, in a file if one is given. A file that cannot be read or written
/// costs no more than asking again.
class DeviceMemory {
public:
    DeviceMemory() = default;
    explicit DeviceMemory(std::filesystem::path file);

    /// What a profile says; what the printer itself has shown counts more.
    void presume(const std::string& printer, DeviceRecord record);
    DeviceRecord record(const std::string& printer) const;
    void learn(const std::string& printer, DeviceRecord record);

private:
    std::filesystem::path file_;
    std::map<std::string, DeviceRecord> records_;
};

/// "process_id" and so on, as in profiles.
std::string_view nameOf(Confirmation confirmation);
base::Result<Confirmation> confirmationOf(std::string_view name);

}  // namespace luot::hardware::printer
