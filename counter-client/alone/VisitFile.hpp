#pragma once

#include <filesystem>
#include <optional>

#include "counter-client/alone/CounterAlone.hpp"

namespace luot::counterclient::alone {

/// What the window must know after a start without the server: the hall as it showed it last, and what it did
/// alone.
struct Memory {
    protocol::Hall hall;
    std::vector<Visit> visits;
    std::vector<std::string> own;  ///< services that it alone serves
};
BOOST_DESCRIBE_STRUCT(Memory, (), (hall, visits, own))

/// The memory on disk, replaced whole.
class VisitFile {
public:
    /// An empty path keeps nothing.
    explicit VisitFile(std::filesystem::path file) : file_(std::move(file)) {}

    bool isUsed() const { return !file_.empty(); }
    /// Synced before it returns. False: it could not be kept.
    bool keep(const Memory& memory) const;
    std::optional<Memory> kept() const;

private:
    std::filesystem::path file_;
};

}  // namespace luot::counterclient::alone
