#pragma once

#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "CallRecording.hpp"

namespace luot::faults {

/// What a folder's disk holds, as the worst disk that keeps its word: after a power cut only what was synced
/// is sure; of later writes any part may be there, in pieces of 512 bytes; a name is sure when its folder was
/// synced, and names reach the disk in the order in which they were given.
class DiskImage {
public:
    /// Takes what is there as safely written.
    explicit DiskImage(const std::string& folder);

    void apply(const RecordedCall& call);
    /// Writes the folder that a power cut now would leave.
    void cutInto(const std::string& folder, std::mt19937& random) const;

private:
    struct Change {
        std::int64_t offset = 0;
        std::optional<std::string> bytes;  ///< none: a cut to `offset` bytes
    };
    struct File {
        std::string safe;
        std::vector<Change> pending;
    };
    using Names = std::map<std::string, std::shared_ptr<File>>;

    std::string nameOf(const std::string& path) const;
    File& fileAt(const std::string& name);
    static void change(std::string& content, const Change& change);
    static std::string contentAfterCut(const File& file, std::mt19937& random);
    void names(Names now);

    std::string folder_;
    Names safeNames_;
    std::vector<Names> laterNames_;  ///< what the folder became since, one change each
};

}  // namespace luot::faults
