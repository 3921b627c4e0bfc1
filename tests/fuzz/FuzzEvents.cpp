#include <array>
#include <string_view>

#include "base/Assert.hpp"
#include "queue/event/EventCodec.hpp"

/// A damaged journal row: the first byte picks the event, the rest is its data.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    static constexpr std::array names{"ticket_issued",    "ticket_called",     "counter_opened",
                                      "settings_changed", "day_opened",        "priority_changed",
                                      "ticket_printed",   "ticket_transferred"};
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(bytes + 1), size - 1);
    const auto value = luot::base::json::parse(text);
    if (!value) return 0;
    const auto* name = names[bytes[0] % names.size()];
    if (const auto event = luot::queue::decodeEvent(name, *value))
        LUOT_ASSERT(
            luot::queue::decodeEvent(name, *luot::base::json::parse(luot::queue::encodeEvent(*event))));
    return 0;
}
