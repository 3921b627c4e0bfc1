#include "hardware/printer/line/SerialLine.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <termios.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "hardware/printer/line/UsbLine.hpp"

namespace luot::hardware::printer::line {

namespace {

using Parity = SerialSettings::Parity;
using Flow = SerialSettings::Flow;

/// A word of the setting and what it stands for.
template <class T>
struct Choice {
    std::string_view word;
    T value;
};

constexpr Choice<int> bauds[] = {
    {"38400", 38400}, {"57600", 57600}, {"115200", 115200}, {"230400", 230400}, {"460800", 460800}};
constexpr Choice<Parity> parities[] = {{"none", Parity::none}, {"even", Parity::even}, {"odd", Parity::odd}};
constexpr Choice<Flow> flows[] = {{"none", Flow::none}, {"xonxoff", Flow::xonXoff}, {"rtscts", Flow::rtsCts}};

template <class T, std::size_t n>
bool choose(const Choice<T> (&choices)[n], std::string_view word, T& into) {
    for (const auto& choice : choices)
        if (choice.word == word) {
            into = choice.value;
            return true;
        }
    return false;
}

speed_t speedOf(int baud) {
    switch (baud) {
        case 38400:
            return B38400;
        case 57600:
            return B57600;
        case 230400:
            return B230400;
        case 460800:
            return B460800;
        default:
            return B115200;
    }
}

std::vector<std::string_view> parts(std::string_view text, char between) {
    std::vector<std::string_view> all;
    for (auto at = text.find(between); at != std::string_view::npos; at = text.find(between)) {
        all.push_back(text.substr(0, at));
        text.remove_prefix(at + 1);
    }
    all.push_back(text);
    return all;
}

/// "baud=115200"
bool takeNamed(std::string_view word, SerialSettings& settings) {
    const auto equals = word.find('=');
    if (equals == std::string_view::npos) return false;
    const auto name = word.substr(0, equals);
    const auto value = word.substr(equals + 1);
    if (name == "baud") return choose(bauds, value, settings.baud);
    if (name == "parity") return choose(parities, value, settings.parity);
    return name == "flow" && choose(flows, value, settings.flow);
}

bool takeNamed(const std::vector<std::string_view>& words, SerialSettings& settings) {
    return std::all_of(words.begin(), words.end(),
                       [&](const auto& word) { return takeNamed(word, settings); });
}

/// The words after the device.
bool takeInOrder(const std::vector<std::string_view>& words, SerialSettings& settings) {
    return words.size() <= 4 && (words.size() < 2 || choose(bauds, words[1], settings.baud)) &&
           (words.size() < 3 || choose(parities, words[2], settings.parity)) &&
           (words.size() < 4 || choose(flows, words[3], settings.flow));
}

}  // namespace

termios modeOf(termios line, const SerialSettings& settings) {
    cfmakeraw(&line);
    cfsetspeed(&line, speedOf(settings.baud));
    line.c_cflag |= CLOCAL | CREAD;
    line.c_cflag &= ~static_cast<tcflag_t>(CSTOPB | PARENB | PARODD | CRTSCTS);
    line.c_iflag &= ~static_cast<tcflag_t>(IXON | IXOFF | IXANY);
    if (settings.parity != Parity::none) line.c_cflag |= PARENB;
    if (settings.parity == Parity::odd) line.c_cflag |= PARODD;
    if (settings.flow == Flow::rtsCts) line.c_cflag |= CRTSCTS;
    if (settings.flow == Flow::xonXoff) line.c_iflag |= IXON;
    line.c_cc[VMIN] = 1;
    line.c_cc[VTIME] = 0;
    return line;
}

base::Result<SerialSettings> SerialSettings::parse(std::string_view text) {
    const auto question = text.find('?');
    const auto words = parts(text.substr(0, question), ',');
    SerialSettings settings;
    settings.device = words[0];
    const bool good =
        !words[0].empty() && takeInOrder(words, settings) &&
        (question == std::string_view::npos || takeNamed(parts(text.substr(question + 1), '&'), settings));
    if (good) return settings;
    return base::fail(
        base::Fault::invalidInput,
        fmt::format("serial:{}: must be DEVICE?baud=B&parity=P&flow=F with 38400, 57600, 115200, "
                    "230400 or 460800, none, even or odd, and none, xonxoff or rtscts",
                    text));
}

/// Held for ourselves: two programs at one port would mix their bytes. What is still on its way out belongs
/// to a ticket before, and stays.
base::Result<Handle, LineFault> SerialLine::open(Deadline) {
    auto handle = openDevice(settings_.device);
    if (!handle) return handle;
    termios line{};
    const bool set = tcgetattr(handle->descriptor(), &line) == 0 &&
                     tcsetattr(handle->descriptor(), TCSANOW, &(line = modeOf(line, settings_))) == 0;
    if (!set)
        return tl::unexpected(LineFault{
            PrintFault::unreachable,
            fmt::format("printer {}: no serial line: {}", settings_.device.string(), std::strerror(errno))});
    ::ioctl(handle->descriptor(), TIOCEXCL);
    tcflush(handle->descriptor(), TCIFLUSH);
    return handle;
}

int SerialLine::bytesPerSecond() const {
    return settings_.baud / (settings_.parity == Parity::none ? 10 : 11);
}

void SerialLine::abandon(const Handle& handle) const { tcflush(handle.descriptor(), TCOFLUSH); }

}  // namespace luot::hardware::printer::line
