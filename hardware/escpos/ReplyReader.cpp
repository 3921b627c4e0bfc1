#include "hardware/escpos/ReplyReader.hpp"

#include <algorithm>
#include <iterator>

#include "hardware/escpos/Status.hpp"

namespace luot::hardware::escpos {

namespace {

constexpr std::uint8_t xon = 0x11;
constexpr std::uint8_t xoff = 0x13;
constexpr std::uint8_t echoStart = 0x37;
constexpr std::uint8_t echoKind = 0x22;
constexpr std::uint8_t identityStart = 0x5F;
constexpr std::size_t echoLength = 7;
constexpr std::size_t automaticLength = 4;

bool isText(std::uint8_t byte) { return byte >= 0x20 && byte <= 0x7E; }

}  // namespace

/// XON and XOFF may stand anywhere on a serial line and belong to no form.
void ReplyReader::take(std::span<const std::uint8_t> bytes) {
    std::copy_if(bytes.begin(), bytes.end(), std::back_inserter(pending_),
                 [](auto byte) { return byte != xon && byte != xoff; });
}

std::optional<Reply> ReplyReader::next() {
    std::optional<Reply> reply;
    std::size_t done = 0;
    while (done < pending_.size() && !reply) {
        auto front = frontOf(Bytes(pending_).subspan(done));
        if (front.length == 0) break;
        done += front.length;
        if (accept(front)) reply = std::move(front.reply);
    }
    pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(done));
    return reply;
}

bool ReplyReader::accept(const Front& front) {
    const bool paper = front.reply && std::holds_alternative<PaperStatus>(*front.reply);
    if (front.reply && !paper) afterGap_ = false;
    if (front.reply && !afterGap_) return true;
    afterGap_ = true;
    dropped_ += front.length;
    return false;
}

ReplyReader::Front ReplyReader::frontOf(Bytes bytes) {
    const auto first = bytes.front();
    if (isRealTimeAnswer(first)) return {RealTimeAnswer{first}, 1};
    if (isAutomaticStart(first)) return automatic(bytes);
    if (first == echoStart) return echo(bytes);
    if (first == identityStart) return identity(bytes);
    if (isQueuedByte(first)) return {PaperStatus{first}, 1};
    return {std::nullopt, 1};
}

ReplyReader::Front ReplyReader::automatic(Bytes bytes) {
    AutomaticStatus status;
    for (std::size_t i = 0; i < automaticLength; ++i) {
        if (i == bytes.size()) return {};
        if (i > 0 && !isQueuedByte(bytes[i])) return {std::nullopt, 1};
        status.bytes[i] = bytes[i];
    }
    return {status, automaticLength};
}

ReplyReader::Front ReplyReader::echo(Bytes bytes) {
    ProcessIdEcho echo;
    for (std::size_t i = 1; i < echoLength; ++i) {
        if (i == bytes.size()) return {};
        const bool fits = i == 1                ? bytes[i] == echoKind
                          : i == echoLength - 1 ? bytes[i] == 0
                                                : isText(bytes[i]);
        if (!fits) return {std::nullopt, 1};
        if (i > 1 && i < echoLength - 1) echo.id[i - 2] = static_cast<char>(bytes[i]);
    }
    return {echo, echoLength};
}

ReplyReader::Front ReplyReader::identity(Bytes bytes) {
    Identity name;
    for (std::size_t i = 1; i <= longestIdentity + 1; ++i) {
        if (i == bytes.size()) return {};
        if (bytes[i] == 0) return {std::move(name), i + 1};
        if (!isText(bytes[i])) break;
        name.text += static_cast<char>(bytes[i]);
    }
    return {std::nullopt, 1};
}

}  // namespace luot::hardware::escpos
