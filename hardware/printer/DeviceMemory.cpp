#include "hardware/printer/DeviceMemory.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "base/Log.hpp"
#include "base/json/Json.hpp"

namespace luot::hardware::printer {

namespace {

constexpr std::size_t largestFile = 64 * 1024;  ///< bytes

/// A record as the file holds it.
struct StoredRecord {
    std::string confirmation;
    bool tellsStatus = false;
    bool mute = false;
    int silentJobs = 0;
    static bool mayMiss(std::string_view name) { return name == "silent_jobs"; }
};
BOOST_DESCRIBE_STRUCT(StoredRecord, (), (confirmation, tellsStatus, mute, silentJobs))

using StoredRecords = std::map<std::string, StoredRecord>;

base::Result<StoredRecords> readRecords(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    const auto value = base::json::parse(text, largestFile);
    if (!value) return tl::unexpected(value.error());
    return base::json::decode<StoredRecords>(*value);
}

/// Whole or not at all: beside the old file, then in its place.
void writeRecords(const std::filesystem::path& file, const StoredRecords& records) {
    auto beside = file;
    beside += ".new";
    std::ofstream out(beside, std::ios::binary);
    out << base::json::encodeText(records) << '\n';
    out.close();
    std::error_code error;
    if (out) std::filesystem::rename(beside, file, error);
    if (!out || error) base::logWarn("what printers can was not kept in {}", file.string());
}

}  // namespace

std::string_view nameOf(Confirmation confirmation) {
    switch (confirmation) {
        case Confirmation::processId:
            return "process_id";
        case Confirmation::fence:
            return "fence";
        case Confirmation::none:
            return "none";
        case Confirmation::unproven:
            break;
    }
    return "probe";
}

base::Result<Confirmation> confirmationOf(std::string_view name) {
    for (const auto one :
         {Confirmation::unproven, Confirmation::processId, Confirmation::fence, Confirmation::none})
        if (nameOf(one) == name) return one;
    return base::fail(base::Fault::invalidInput,
                      fmt::format("'{}' is none of probe, process_id, fence, none", name));
}

DeviceMemory::DeviceMemory(std::filesystem::path file) : file_(std::move(file)) {
    std::error_code none;
    if (!std::filesystem::exists(file_, none)) return;
    const auto stored = readRecords(file_);
    if (!stored) {
        base::logWarn("{}: {}; printers are asked again", file_.string(), stored.error().what);
        return;
    }
    for (const auto& [printer, record] : *stored)
        if (const auto confirmation = confirmationOf(record.confirmation))
            records_[printer] = {*confirmation, record.tellsStatus, record.mute, record.silentJobs};
}

void DeviceMemory::presume(const std::string& printer, DeviceRecord record) {
    records_.try_emplace(printer, record);
}

DeviceRecord DeviceMemory::record(const std::string& printer) const {
    const auto found = records_.find(printer);
    return found == records_.end() ? DeviceRecord{} : found->second;
}

void DeviceMemory::learn(const std::string& printer, DeviceRecord record) {
    const auto [at, added] = records_.try_emplace(printer, record);
    if (!added && at->second == record) return;
    at->second = record;
    if (file_.empty()) return;
    StoredRecords stored;
    for (const auto& [name, one] : records_)
        stored[name] = {std::string(nameOf(one.confirmation)), one.tellsStatus, one.mute, one.silentJobs};
    writeRecords(file_, stored);
}

}  // namespace luot::hardware::printer
