#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/Result.hpp"

namespace luot::hardware::printer {

/// One ticket as a printer takes it.
struct PrintJob {
    std::string name;  ///< for files and logs: "A001"
    std::vector<std::uint8_t> bytes;
    /// Stands in the bytes as a process id request; the printer's answer to it confirms the job.
    std::optional<std::array<char, 4>> processId;
};

/// What is known after a job was handed over without a fault.
enum class Outcome {
    confirmed,  ///< the printer says that it is on paper
    unknown,    ///< all bytes were taken; printers take bytes without paper too
};

/// Port of something that prints. A job is never sent twice by itself: paper that may have come out already
/// must not come again with the same number. Blocks up to its deadlines; belongs to one thread, which is not
/// that of the screen.
class Printer {
public:
    virtual ~Printer() = default;
    /// Errors: unavailable, timedOut, closedByPeer, storage, each with a sentence for the log.
    virtual base::Result<Outcome> print(const PrintJob& job) = 0;
};

/// How long each step of a job may take.
struct PrintDeadlines {
    std::chrono::milliseconds connect{3000};
    std::chrono::milliseconds write{10000};
    std::chrono::milliseconds confirm{3000};  ///< 0: the answer is not waited for
};

/// "tcp:HOST:PORT", "file:DIR" or "none". Error: invalidInput for anything else.
base::Result<std::unique_ptr<Printer>> openPrinter(std::string_view setting, PrintDeadlines deadlines = {});

/// The folder of a "file:DIR" setting; none for another.
std::optional<std::filesystem::path> printFolder(std::string_view setting);

}  // namespace luot::hardware::printer
