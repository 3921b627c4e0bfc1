#include <string_view>

#include "base/Assert.hpp"
#include "protocol/HallView.hpp"
#include "protocol/Messages.hpp"

/// Any bytes from the network: never a crash, and what is understood says the same when written and read
/// again.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    using namespace luot::protocol;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    if (const auto message = decodeClientMessage(text))
        LUOT_ASSERT(decodeClientMessage(encodeMessage(*message)));
    if (const auto message = decodeServerMessage(text)) {
        HallView view;
        if (const auto* part = std::get_if<Snapshot>(&*message)) static_cast<void>(view.apply(*part));
        if (const auto* event = std::get_if<EventFrame>(&*message)) static_cast<void>(view.apply(*event));
    }
    return 0;
}
