#include "hardware/emulator/link/Folder.hpp"

#include <fmt/format.h>

#include <fstream>

#include "draw/image/Raster.hpp"

namespace luot::hardware::emulator::link {

namespace {

constexpr int mostTickets = 999'999;

draw::image::Raster rasterOf(const paper::Strip& strip) {
    draw::image::Raster raster{strip.width(), strip.height(), {}};
    for (const auto& row : strip.rows()) raster.bytes.insert(raster.bytes.end(), row.begin(), row.end());
    return raster;
}

base::Result<> write(const std::filesystem::path& file, const std::vector<std::uint8_t>& bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::app);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) return base::fail(base::Fault::storage, fmt::format("{} cannot be written", file.string()));
    return {};
}

}  // namespace

std::filesystem::path Folder::next() {
    std::error_code none;
    std::filesystem::path name;
    do {
        name = path_ / fmt::format("{:04}", ++number_);
    } while (number_ < mostTickets && std::filesystem::exists(name.string() + ".png", none));
    return name;
}

base::Result<std::filesystem::path> Folder::drop(const machine::Ticket& ticket) {
    if (path_.empty() || ticket.paper.height() == 0) return std::filesystem::path();
    std::error_code error;
    std::filesystem::create_directories(path_, error);
    last_ = next();
    if (auto kept = write(last_.string() + ".escpos", ticket.bytes); !kept)
        return tl::unexpected(kept.error());
    const std::filesystem::path picture = last_.string() + ".png";
    // Under another name first, so that who waits for the picture never reads half of it.
    const std::filesystem::path begun = last_.string() + ".part";
    const auto drawn = draw::image::toCanvas(rasterOf(ticket.paper)).writePng(begun);
    if (!drawn) return tl::unexpected(drawn.error());
    std::filesystem::rename(begun, picture, error);
    if (error)
        return base::fail(base::Fault::storage, fmt::format("{}: {}", picture.string(), error.message()));
    return picture;
}

base::Result<> Folder::append(const std::vector<std::uint8_t>& tail) {
    if (last_.empty() || tail.empty()) return {};
    return write(last_.string() + ".escpos", tail);
}

}  // namespace luot::hardware::emulator::link
