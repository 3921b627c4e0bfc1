#include <fmt/format.h>

#include "hardware/printer/FilePrinter.hpp"
#include "hardware/printer/NullPrinter.hpp"
#include "hardware/printer/TcpPrinter.hpp"

namespace luot::hardware::printer {

namespace {

std::optional<std::string_view> after(std::string_view prefix, std::string_view text) {
    if (!text.starts_with(prefix) || text.size() == prefix.size()) return std::nullopt;
    return text.substr(prefix.size());
}

std::optional<TcpAddress> addressOf(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()) return std::nullopt;
    const auto port = text.substr(colon + 1);
    const bool digits = port.find_first_not_of("0123456789") == std::string_view::npos && port.size() <= 5;
    if (!digits || std::stoi(std::string(port)) > 65535) return std::nullopt;
    return TcpAddress{std::string(text.substr(0, colon)), std::string(port)};
}

}  // namespace

std::optional<std::filesystem::path> printFolder(std::string_view setting) {
    const auto folder = after("file:", setting);
    if (!folder) return std::nullopt;
    return std::filesystem::path(*folder);
}

base::Result<std::unique_ptr<Printer>> openPrinter(std::string_view setting, PrintDeadlines deadlines) {
    if (setting == "none") return std::make_unique<NullPrinter>();
    if (const auto folder = printFolder(setting)) return std::make_unique<FilePrinter>(*folder);
    if (const auto tcp = after("tcp:", setting))
        if (auto address = addressOf(*tcp))
            return std::make_unique<TcpPrinter>(std::move(*address), deadlines);
    return base::fail(base::Fault::invalidInput,
                      fmt::format("printer: '{}' is neither tcp:HOST:PORT nor file:DIR nor none", setting));
}

}  // namespace luot::hardware::printer
