#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>

#include "base/Time.hpp"

namespace luot::queue {

/// The server came back although it had not ended in order: power cut, kill or crash.
struct ServerRestarted {
    int waiting = 0;            ///< numbers that were restored
    base::Instant downSince{};  ///< the last fact before
};
/// The journal can be written again. While it could not, this could not be recorded.
struct StorageRecovered {
    base::Instant since{};
    std::string what;  ///< of the failure
};
/// A copy of the journal was made and a restore of it tried out.
struct BackupMade {
    std::string file;
    std::int64_t upTo = 0;  ///< sequence number of its newest fact
};
struct BackupFailed {
    std::string what;
};

BOOST_DESCRIBE_STRUCT(ServerRestarted, (), (waiting, downSince))
BOOST_DESCRIBE_STRUCT(StorageRecovered, (), (since, what))
BOOST_DESCRIBE_STRUCT(BackupMade, (), (file, upTo))
BOOST_DESCRIBE_STRUCT(BackupFailed, (), (what))

}  // namespace luot::queue
