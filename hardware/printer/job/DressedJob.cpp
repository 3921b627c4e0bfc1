#include "hardware/printer/job/DressedJob.hpp"

#include <algorithm>

#include "hardware/escpos/Encoder.hpp"

namespace luot::hardware::printer::job {

namespace {

using Bytes = std::span<const std::uint8_t>;

Bytes withoutBeginning(Bytes bytes, const std::vector<std::uint8_t>& beginning) {
    const bool has =
        bytes.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), bytes.begin());
    return has ? bytes.subspan(beginning.size()) : bytes;
}

Bytes withoutEnd(Bytes bytes, const std::vector<std::uint8_t>& end) {
    const bool has = bytes.size() >= end.size() && std::equal(end.rbegin(), end.rend(), bytes.rbegin());
    return has ? bytes.first(bytes.size() - end.size()) : bytes;
}

}  // namespace

DressedJob dress(const PrintJob& job, Confirmation confirmation) {
    const bool both = confirmation == Confirmation::unproven;
    const bool reports = both || confirmation == Confirmation::processId;
    escpos::Encoder head;
    head.init();
    if (reports) head.automaticStatus();
    auto ticket = withoutBeginning(job.bytes, escpos::Encoder().init().bytes());
    if (job.processId)
        ticket = withoutEnd(ticket, escpos::Encoder().requestProcessId(*job.processId).bytes());
    escpos::Encoder tail;
    if (job.processId && reports) tail.requestProcessId(*job.processId);
    if (both || confirmation == Confirmation::fence) tail.requestPaperStatus();

    DressedJob dressed{head.take(), 0};
    dressed.bytes.insert(dressed.bytes.end(), ticket.begin(), ticket.end());
    dressed.ticketEnd = dressed.bytes.size();
    const auto& requests = tail.bytes();
    dressed.bytes.insert(dressed.bytes.end(), requests.begin(), requests.end());
    return dressed;
}

}  // namespace luot::hardware::printer::job
