#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/Result.hpp"
#include "hardware/printer/DeviceMemory.hpp"
#include "hardware/printer/PrintDeadlines.hpp"
#include "hardware/printer/PrintReport.hpp"

namespace luot::hardware::printer {

/// One ticket as any printer takes it: from ESC @ to the cut.
struct PrintJob {
    std::string name;  ///< for files and logs: "A001"
    std::vector<std::uint8_t> bytes;
    /// Stands at the end of the bytes as a process id request; the printer's answer to it confirms the job.
    /// A printer that is known not to understand it is not sent it.
    std::optional<std::array<char, 4>> processId;
    bool cutter = true;  ///< false: the printer has none, and is sent no cut
};

/// Port of something that prints. Blocks up to its deadlines; belongs to one thread, which is not that of the
/// screen.
class Printer {
public:
    virtual ~Printer() = default;
    virtual PrintReport print(const PrintJob& job) = 0;
    /// Asks before a number is made whether its ticket would come out.
    virtual Readiness check() = 0;
};

/// "tcp://HOST:PORT", "usb:/dev/usb/lp0", "serial:/dev/ttyUSB0?baud=115200&parity=none&flow=xonxoff" (each
/// part after the device may be left out; "serial:/dev/ttyUSB0,115200,none,xonxoff" is the same),
/// "cups:QUEUE", "file:DIR" or "none". Error: invalidInput for anything else.
base::Result<std::unique_ptr<Printer>> openPrinter(std::string_view setting, PrintDeadlines deadlines = {},
                                                   DeviceMemory memory = {});

/// How long a job of so many bytes may be on its way to that printer, besides the deadlines: some time on a
/// serial line, else none.
PrintDeadlines::Time mostTravelTime(std::string_view setting, std::size_t bytes);

/// The folder of a "file:DIR" setting; none for another.
std::optional<std::filesystem::path> printFolder(std::string_view setting);

}  // namespace luot::hardware::printer
