#include "base/Assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace luot::base {

void assertionFailed(const char* condition, const char* file, int line) noexcept {
    std::fprintf(stderr, "%s:%d: bug: %s does not hold\n", file, line, condition);
    std::abort();
}

}  // namespace luot::base
