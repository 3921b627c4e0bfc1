#pragma once

namespace luot::base {

/// Says where a bug showed itself on stderr and aborts; the supervisor restarts the program into the same
/// state.
[[noreturn]] void assertionFailed(const char* condition, const char* file, int line) noexcept;

}  // namespace luot::base

/// States what can only be false by a bug of ours. Stays on in release.
#define LUOT_ASSERT(condition) \
    ((condition) ? static_cast<void>(0) : ::luot::base::assertionFailed(#condition, __FILE__, __LINE__))
