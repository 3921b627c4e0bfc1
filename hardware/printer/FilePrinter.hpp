#pragma once

#include "hardware/printer/Printer.hpp"

namespace luot::hardware::printer {

/// Leaves each job as a file of its own, "A001.escpos", in a folder that it makes when needed; a second job
/// of that name becomes "A001-2.escpos".
class FilePrinter final : public Printer {
public:
    explicit FilePrinter(std::filesystem::path folder) : folder_(std::move(folder)) {}
    /// A file that is there is confirmed.
    PrintReport print(const PrintJob& job) override;
    Readiness check() override { return {}; }

private:
    std::filesystem::path folder_;
};

/// A file of that name that is not there yet: "A001.png", "A001-2.png", ... at most 9,999 of one name.
std::filesystem::path freeFile(const std::filesystem::path& folder, const std::string& name,
                               const std::string& extension);

}  // namespace luot::hardware::printer
