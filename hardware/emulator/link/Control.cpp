#include "hardware/emulator/link/Control.hpp"

#include <fcntl.h>

#include <array>
#include <cstdio>

namespace luot::hardware::emulator::link {

namespace {

/// A longer line is no order, bytes.
constexpr std::size_t longestLine = 1000;

}  // namespace

base::Result<Control> Control::open(const std::string& setting) {
    Control control;
    if (setting == "none") return control;
    if (setting == "stdin") {
        control.input_ = Handle(::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3));
        return control;
    }
    auto address = parseAddress(setting);
    if (!address) return tl::unexpected(address.error());
    auto cable = Cable::listen(std::move(*address), 0);
    if (!cable) return tl::unexpected(cable.error());
    control.cable_ = std::move(*cable);
    return control;
}

std::string Control::receive() {
    if (cable_) {
        const auto bytes = cable_->read(longestLine);
        if (cable_->peer() < 0) begun_.clear();
        return {bytes.begin(), bytes.end()};
    }
    std::array<char, longestLine> part{};
    const auto got = ::read(input_.get(), part.data(), part.size());
    if (got <= 0) input_.reset();
    return {part.data(), got > 0 ? static_cast<std::size_t>(got) : 0};
}

std::vector<std::string> Control::lines() {
    begun_ += receive();
    std::vector<std::string> lines;
    for (auto end = begun_.find('\n'); end != std::string::npos; end = begun_.find('\n')) {
        lines.push_back(begun_.substr(0, end));
        begun_.erase(0, end + 1);
    }
    if (begun_.size() > longestLine) begun_.clear();
    return lines;
}

void Control::answer(const std::string& line) {
    const auto text = line + "\n";
    if (cable_) return cable_->send({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    std::fputs(text.c_str(), stdout);
    std::fflush(stdout);
}

}  // namespace luot::hardware::emulator::link
