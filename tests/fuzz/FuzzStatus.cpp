#include <algorithm>
#include <array>
#include <vector>

#include "base/Assert.hpp"
#include "hardware/escpos/ReplyReader.hpp"
#include "hardware/escpos/Status.hpp"
#include "hardware/printer/job/Conversation.hpp"

namespace {

using namespace luot::hardware;

std::vector<escpos::Reply> repliesTo(std::span<const std::uint8_t> bytes, std::size_t pieces) {
    escpos::ReplyReader reader;
    std::vector<escpos::Reply> replies;
    for (; !bytes.empty(); bytes = bytes.subspan(std::min(pieces, bytes.size()))) {
        reader.take(bytes.first(std::min(pieces, bytes.size())));
        while (auto reply = reader.next()) replies.push_back(std::move(*reply));
    }
    return replies;
}

/// A ticket whose id is "ZZZZ" is confirmed only if the echo of it stands in the bytes.
void print(std::span<const std::uint8_t> bytes) {
    using namespace printer;
    job::Time now{std::chrono::hours(1)};
    const PrintJob ticket{"A001", {0x1B, 0x40, 0x1D, 0x56, 0x42, 3}, std::array{'Z', 'Z', 'Z', 'Z'}};
    job::Conversation talk(ticket, {{Confirmation::processId, false, false}, {}, 0}, now);
    for (std::size_t at = 0; !talk.over(); ++at) {
        if (!talk.toWrite().empty()) talk.wrote(talk.toWrite().size(), now);
        if (talk.over()) break;
        if (at < bytes.size()) {
            talk.heard(bytes.subspan(at, 1), now);
        } else {
            now = talk.deadline();
            talk.passed(now);
        }
    }
    constexpr std::array<std::uint8_t, 7> echo{0x37, 0x22, 'Z', 'Z', 'Z', 'Z', 0};
    std::vector<std::uint8_t> plain;
    for (const auto byte : bytes)
        if (byte != 0x11 && byte != 0x13) plain.push_back(byte);
    const bool stands = std::search(plain.begin(), plain.end(), echo.begin(), echo.end()) != plain.end();
    LUOT_ASSERT(stands || !talk.report().confirmed());
}

}  // namespace

/// Anything that a printer may send: the same replies however it is cut into pieces, and no ticket confirmed
/// that the printer did not confirm.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    const std::span<const std::uint8_t> all(bytes, size);
    const auto whole = repliesTo(all, size + 1);
    LUOT_ASSERT(repliesTo(all, 1) == whole);
    LUOT_ASSERT(repliesTo(all, 3) == whole);
    escpos::Status status;
    for (const auto& reply : whole)
        if (const auto* automatic = std::get_if<escpos::AutomaticStatus>(&reply))
            status.takeAutomatic(automatic->bytes);
    static_cast<void>(printer::faultOf(status));
    print(all);
    return 0;
}
