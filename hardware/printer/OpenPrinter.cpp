#include <fmt/format.h>

#include "hardware/printer/FilePrinter.hpp"
#include "hardware/printer/LinePrinter.hpp"
#include "hardware/printer/NullPrinter.hpp"
#include "hardware/printer/cups/CupsPrinter.hpp"
#include "hardware/printer/line/SerialLine.hpp"
#include "hardware/printer/line/TcpLine.hpp"
#include "hardware/printer/line/UsbLine.hpp"

namespace luot::hardware::printer {

namespace {

std::optional<std::string_view> after(std::string_view prefix, std::string_view text) {
    if (!text.starts_with(prefix) || text.size() == prefix.size()) return std::nullopt;
    return text.substr(prefix.size());
}

tl::unexpected<base::Error> unknown(std::string_view setting) {
    return base::fail(base::Fault::invalidInput,
                      fmt::format("printer: '{}' is none of tcp://HOST:PORT, usb:DEVICE, "
                                  "serial:DEVICE?baud=BAUD, cups:QUEUE, file:DIR, none",
                                  setting));
}

/// "HOST:PORT" or "//HOST:PORT".
std::unique_ptr<line::Line> tcpLine(std::string_view text) {
    text = after("//", text).value_or(text);
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()) return nullptr;
    const auto port = text.substr(colon + 1);
    const bool digits = port.find_first_not_of("0123456789") == std::string_view::npos && port.size() <= 5;
    if (!digits || std::stoi(std::string(port)) > 65535) return nullptr;
    return std::make_unique<line::TcpLine>(std::string(text.substr(0, colon)), std::string(port));
}

}  // namespace

base::Result<std::unique_ptr<line::Line>> line::openLine(std::string_view setting) {
    if (const auto address = after("tcp:", setting))
        if (auto tcp = tcpLine(*address)) return tcp;
    if (const auto device = after("usb:", setting)) return std::make_unique<line::UsbLine>(*device);
    if (const auto serial = after("serial:", setting)) {
        auto settings = line::SerialSettings::parse(*serial);
        if (!settings) return tl::unexpected(settings.error());
        return std::make_unique<line::SerialLine>(std::move(*settings));
    }
    return unknown(setting);
}

PrintDeadlines::Time mostTravelTime(std::string_view setting, std::size_t bytes) {
    const auto line = line::openLine(setting);
    return line ? mostTravelTime(bytes, (*line)->bytesPerSecond()) : PrintDeadlines::Time{0};
}

std::optional<std::filesystem::path> printFolder(std::string_view setting) {
    const auto folder = after("file:", setting);
    if (!folder) return std::nullopt;
    return std::filesystem::path(*folder);
}

base::Result<std::unique_ptr<Printer>> openPrinter(std::string_view setting, PrintDeadlines deadlines,
                                                   DeviceMemory memory) {
    if (setting == "none") return std::make_unique<NullPrinter>();
    if (const auto folder = printFolder(setting)) return std::make_unique<FilePrinter>(*folder);
    if (const auto queue = after("cups:", setting)) {
        if (!cups::CupsPrinter::isQueueName(*queue)) return unknown(setting);
        return std::make_unique<cups::CupsPrinter>(std::string(*queue), deadlines);
    }
    auto line = line::openLine(setting);
    if (!line) return tl::unexpected(line.error());
    return std::make_unique<LinePrinter>(
        std::move(*line), LinePrinter::Setup{std::string(setting), deadlines, std::move(memory)});
}

}  // namespace luot::hardware::printer
