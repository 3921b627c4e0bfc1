#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <functional>
#include <string>
#include <unordered_map>

#include "queue/Command.hpp"
#include "server/auth/Role.hpp"

namespace luot::server::run {

/// Notices when a display, dispenser or counter goes and comes back, and has it recorded. A short absence is
/// none.
class Devices {
public:
    /// A silent peer is cut after 4 s at most; the counters shall know of it within 6.
    static constexpr std::chrono::milliseconds graceBeforeLost{1500};

    Devices(boost::asio::any_io_executor executor, std::function<void(queue::Command)> record);

    /// Devices that were on record as lost when the server started.
    void missing(const std::string& device) { devices_[device].lost = true; }
    void came(const auth::Caller& caller);
    void left(const auth::Caller& caller);
    std::size_t lost() const;

private:
    struct Device {
        int sessions = 0;
        bool lost = false;
    };
    void checkLater(std::string name);

    boost::asio::any_io_executor executor_;
    std::function<void(queue::Command)> record_;
    std::unordered_map<std::string, Device> devices_;  ///< by token name; bounded by the number of tokens
};

}  // namespace luot::server::run
