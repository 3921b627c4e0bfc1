#include "base/settings/ClientOptions.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>

namespace luot::base::settings {

namespace {

constexpr std::size_t longestToken = 4096;      ///< bytes
constexpr double longestScreenshotWait = 3600;  ///< seconds

}  // namespace

Result<std::string> readTokenFile(const std::filesystem::path& file) {
    if (file.empty())
        return fail(Fault::invalidInput, "token_file: say where the access token is (--token-file FILE)");
    std::ifstream in(file, std::ios::binary);
    std::string token(std::istreambuf_iterator<char>(in), {});
    if (!in && token.empty())
        return fail(Fault::invalidInput, fmt::format("token_file: {} cannot be read", file.string()));
    token.erase(token.find_last_not_of(" \t\r\n") + 1);
    if (token.empty() || token.size() > longestToken)
        return fail(Fault::invalidInput, fmt::format("token_file: {} holds no token", file.string()));
    return token;
}

Result<Milliseconds> screenshotAfter(const Arguments& arguments) {
    const auto text = arguments.value("--after").value_or("1");
    double seconds = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    if (!whole || seconds < 0 || seconds > longestScreenshotWait)
        return fail(Fault::invalidInput, fmt::format("--after: '{}' is no number from 0 to 3600", text));
    return Milliseconds(std::llround(seconds * 1000));
}

}  // namespace luot::base::settings
