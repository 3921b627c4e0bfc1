#pragma once

#include <optional>
#include <span>
#include <vector>

#include "hardware/escpos/Reply.hpp"

namespace luot::hardware::escpos {

/// Makes replies out of the bytes that come back, however they are cut into pieces. Bytes that fit no form
/// are dropped; after such a gap nothing counts as a PaperStatus until a form with a beginning of its own has
/// come whole, because the tail of a broken one looks the same, and would confirm what was never printed.
class ReplyReader {
public:
    static constexpr std::size_t longestIdentity = 80;  ///< bytes of text

    void take(std::span<const std::uint8_t> bytes);
    /// The next whole reply. None: more bytes must come.
    std::optional<Reply> next();
    /// Bytes that fitted nothing, since the beginning; XON and XOFF are not counted.
    std::size_t dropped() const { return dropped_; }

private:
    using Bytes = std::span<const std::uint8_t>;
    /// What stands at the front of the bytes.
    struct Front {
        std::optional<Reply> reply;
        std::size_t length = 0;  ///< 0: more must come; with no reply: so many bytes fit nothing
    };
    static Front frontOf(Bytes bytes);
    static Front automatic(Bytes bytes);
    static Front echo(Bytes bytes);
    static Front identity(Bytes bytes);
    /// False: `front` is not to be believed.
    bool accept(const Front& front);

    std::vector<std::uint8_t> pending_;
    std::size_t dropped_ = 0;
    bool afterGap_ = false;
};

}  // namespace luot::hardware::escpos
