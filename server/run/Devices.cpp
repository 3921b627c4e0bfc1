#include "server/run/Devices.hpp"

#include <algorithm>
#include <boost/asio/steady_timer.hpp>
#include <memory>

namespace luot::server::run {

namespace {

bool isDevice(auth::Role role) {
    return role == auth::Role::dispenser || role == auth::Role::display || role == auth::Role::counter;
}

}  // namespace

Devices::Devices(boost::asio::any_io_executor executor, std::function<void(queue::Command)> record)
    : executor_(std::move(executor)), record_(std::move(record)) {}

void Devices::came(const auth::Caller& caller) {
    if (!isDevice(caller.role)) return;
    auto& device = devices_[caller.name];
    ++device.sessions;
    if (!device.lost) return;
    device.lost = false;
    record_(queue::RecordDeviceBack{caller.name});
}

void Devices::left(const auth::Caller& caller) {
    if (!isDevice(caller.role)) return;
    if (--devices_[caller.name].sessions == 0) checkLater(caller.name);
}

void Devices::checkLater(std::string name) {
    auto timer = std::make_shared<boost::asio::steady_timer>(executor_, graceBeforeLost);
    timer->async_wait([this, timer, name = std::move(name)](boost::system::error_code error) {
        auto& device = devices_[name];
        if (error || device.sessions > 0 || device.lost) return;
        device.lost = true;
        record_(queue::RecordDeviceLost{name});
    });
}

std::size_t Devices::lost() const {
    return static_cast<std::size_t>(
        std::count_if(devices_.begin(), devices_.end(), [](const auto& d) { return d.second.lost; }));
}

}  // namespace luot::server::run
