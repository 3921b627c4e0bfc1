#include <algorithm>
#include <chrono>
#include <span>

#include "base/Assert.hpp"
#include "hardware/emulator/machine/Machine.hpp"

/// Any bytes from a host: never a crash, never more taken than there is room for, and what was begun ends.
namespace {

using namespace luot::hardware::emulator;

class NoGlyphs final : public paper::Glyphs {
public:
    const paper::Glyph& of(std::uint8_t) override { return glyph_; }

private:
    paper::Glyph glyph_{};
};

/// Rows that one byte can ask for are few, so a minute is enough for what a fuzzer sends at once.
void letWork(machine::Machine& printer) {
    for (int second = 0; second < 60 && printer.busy(); ++second) printer.advance(std::chrono::seconds(1));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    NoGlyphs glyphs;
    machine::Model model;
    model.roll = 20'000;
    machine::Machine printer(model, glyphs);
    std::span<const std::uint8_t> left(bytes, size);
    while (!left.empty()) {
        const auto part = std::min({left.size(), printer.room(), std::size_t{64}});
        if (part == 0) break;
        printer.receive(left.first(part));
        left = left.subspan(part);
        letWork(printer);
        LUOT_ASSERT(printer.takeAnswers().size() <= 64 * 64);
        for (const auto& ticket : printer.takeTickets()) LUOT_ASSERT(ticket.paper.width() == model.width);
        LUOT_ASSERT(printer.takeNotes().size() <= 200);
        printer.takeTail();
    }
    return 0;
}
