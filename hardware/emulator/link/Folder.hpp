#pragma once

#include <filesystem>

#include "base/Result.hpp"
#include "hardware/emulator/machine/Machine.hpp"

namespace luot::hardware::emulator::link {

/// Where tickets fall: 0001.png with its bytes beside it in 0001.escpos, and so on; what is there already is
/// kept. An empty path keeps nothing.
class Folder {
public:
    explicit Folder(std::filesystem::path path) : path_(std::move(path)) {}

    /// The picture's file. Error: storage.
    base::Result<std::filesystem::path> drop(const machine::Ticket& ticket);
    /// More bytes of the last ticket. Error: storage.
    base::Result<> append(const std::vector<std::uint8_t>& tail);

private:
    std::filesystem::path next();

    std::filesystem::path path_;
    std::filesystem::path last_;  ///< without an extension
    int number_ = 0;
};

}  // namespace luot::hardware::emulator::link
