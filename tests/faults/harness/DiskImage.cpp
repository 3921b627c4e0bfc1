#include "DiskImage.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "Process.hpp"

namespace luot::faults {

namespace {

constexpr std::size_t sector = 512;

void overwrite(std::string& content, std::size_t offset, std::string_view bytes) {
    if (content.size() < offset + bytes.size()) content.resize(offset + bytes.size());
    std::copy(bytes.begin(), bytes.end(), content.begin() + static_cast<std::ptrdiff_t>(offset));
}

}  // namespace

DiskImage::DiskImage(const std::string& folder) : folder_(folder) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        if (name.ends_with("-shm")) continue;  // memory, and nothing else
        safeNames_[name] = std::make_shared<File>(File{textOf(entry.path()), {}});
    }
}

std::string DiskImage::nameOf(const std::string& path) const {
    return path.size() > folder_.size() ? path.substr(folder_.size() + 1) : "";
}

void DiskImage::names(Names now) { laterNames_.push_back(std::move(now)); }

DiskImage::File& DiskImage::fileAt(const std::string& name) {
    const auto& now = laterNames_.empty() ? safeNames_ : laterNames_.back();
    if (const auto found = now.find(name); found != now.end()) return *found->second;
    auto with = now;
    auto& made = with[name] = std::make_shared<File>();
    auto& file = *made;
    names(std::move(with));
    return file;
}

void DiskImage::change(std::string& content, const Change& change) {
    const auto offset = static_cast<std::size_t>(change.offset);
    if (change.bytes)
        overwrite(content, offset, *change.bytes);
    else
        content.resize(offset);
}

void DiskImage::apply(const RecordedCall& call) {
    if (call.path.ends_with(" (deleted)")) return;
    const auto name = nameOf(call.path);
    if (call.head.kind == CallRecord::syncFolder) {
        if (!laterNames_.empty()) safeNames_ = std::move(laterNames_.back());
        laterNames_.clear();
    } else if (call.head.kind == CallRecord::write || call.head.kind == CallRecord::truncate) {
        const bool cut = call.head.kind == CallRecord::truncate;
        fileAt(name).pending.push_back({call.head.offset, cut ? std::nullopt : std::optional(call.bytes)});
    } else if (call.head.kind == CallRecord::sync) {
        auto& file = fileAt(name);
        for (const auto& later : file.pending) change(file.safe, later);
        file.pending.clear();
    } else {
        fileAt(name);
        auto with = laterNames_.empty() ? safeNames_ : laterNames_.back();
        if (call.head.kind != CallRecord::unlink) with[nameOf(call.other)] = with[name];
        if (call.head.kind != CallRecord::link) with.erase(name);
        names(std::move(with));
    }
}

std::string DiskImage::contentAfterCut(const File& file, std::mt19937& random) {
    std::string content = file.safe;
    enum { none, all, someWrites, someSectors };
    const auto kept = random() % 4;
    for (const auto& later : file.pending) {
        if (kept == none || (kept == someWrites && random() % 2 == 0)) continue;
        if (kept != someSectors || !later.bytes) {
            change(content, later);
            continue;
        }
        for (std::size_t at = 0; at < later.bytes->size(); at += sector)
            if (random() % 2 == 0)
                overwrite(content, static_cast<std::size_t>(later.offset) + at,
                          std::string_view(*later.bytes).substr(at, sector));
    }
    return content;
}

void DiskImage::cutInto(const std::string& folder, std::mt19937& random) const {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const auto reached = random() % (laterNames_.size() + 1);
    const auto& left = reached == 0 ? safeNames_ : laterNames_[reached - 1];
    for (const auto& [name, file] : left) {
        const auto content = contentAfterCut(*file, random);
        std::ofstream(folder + "/" + name, std::ios::binary)
            .write(content.data(), static_cast<std::streamsize>(content.size()));
    }
}

}  // namespace luot::faults
