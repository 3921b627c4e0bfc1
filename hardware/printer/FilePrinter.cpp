#include "hardware/printer/FilePrinter.hpp"

#include <fmt/format.h>

#include <fstream>

namespace luot::hardware::printer {

namespace {

constexpr int mostOfOneName = 9999;

}  // namespace

std::filesystem::path freeFile(const std::filesystem::path& folder, const std::string& name,
                               const std::string& extension) {
    std::error_code none;
    auto file = folder / (name + extension);
    for (int n = 2; n <= mostOfOneName && std::filesystem::exists(file, none); ++n)
        file = folder / fmt::format("{}-{}{}", name, n, extension);
    return file;
}

PrintReport FilePrinter::print(const PrintJob& job) {
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    const auto file = freeFile(folder_, job.name, ".escpos");
    std::ofstream out(file, std::ios::binary);
    out.write(reinterpret_cast<const char*>(job.bytes.data()),
              static_cast<std::streamsize>(job.bytes.size()));
    out.close();
    if (!out)
        return {PrintState::failed, PrintFault::unreachable,
                fmt::format("{} cannot be written", file.string())};
    return {PrintState::confirmed, PrintFault::none, ""};
}

}  // namespace luot::hardware::printer
