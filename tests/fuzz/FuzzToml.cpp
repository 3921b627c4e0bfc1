#include <string_view>

#include "base/settings/toml/Document.hpp"

/// A settings file with anything in it: complaints with a line, never a crash.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    static_cast<void>(luot::base::settings::toml::parse(text, "fuzz.toml"));
    return 0;
}
