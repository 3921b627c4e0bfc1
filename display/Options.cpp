#include "display/Options.hpp"

#include <fmt/format.h>

#include <charconv>

#include "base/settings/ClientOptions.hpp"

namespace luot::display {
namespace {

using base::Fault;

base::settings::SettingsTable table() {
    using namespace base::settings;
    return SettingsTable({
        textSetting("server", "http://127.0.0.1:8080", "Address of the server, as its ready line says it."),
        pathSetting("token_file", "",
                    "File with the access token of this display (luot-server token --role display)."),
        choiceSetting("language", "vi", {"vi", "en"}, "Language of the screen."),
        choiceSetting("theme", "light", {"light", "dark", "high-contrast"},
                      "Colours: light for bright halls, dark for dim ones and LED walls."),
        textSetting("size", "1920x1080", "Width and height of the window or picture in pixels."),
        boolSetting("fullscreen", false, "Fill the whole screen."),
        boolSetting("always_on_top", false, "Stay above other windows."),
        numberSetting(
            "safe_margin", {4, {0, 8}, "u"},
            "Space kept free at both sides for televisions that cut the edge, in 1/108 of the height."),
        choiceSetting(
            "facts", "hall", {"hall", "fields"},
            "Below the call: who waits and how long on average, or the expected waits of up to four "
            "services in turn."),
        boolSetting("reduced_motion", false, "A steady yellow ground at a call in place of the flash."),
    });
}

base::Result<double> side(std::string_view text) {
    int pixels = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), pixels);
    if (error != std::errc{} || end != text.data() + text.size() || pixels < 160 || pixels > 8192) {
        return base::fail(Fault::invalidInput,
                          fmt::format("size: '{}' must be a number of pixels from 160 to 8192", text));
    }
    return pixels;
}

base::Result<draw::Size> sizeOf(std::string_view text) {
    const auto cross = text.find('x');
    if (cross == std::string_view::npos) {
        return base::fail(Fault::invalidInput, fmt::format("size: '{}' must be like 1920x1080", text));
    }
    const auto width = side(text.substr(0, cross));
    if (!width) return tl::unexpected(width.error());
    const auto height = side(text.substr(cross + 1));
    if (!height) return tl::unexpected(height.error());
    return draw::Size{*width, *height};
}

base::Result<std::optional<ui::Screenshot>> screenshotOf(const base::settings::Arguments& arguments) {
    const auto after = base::settings::screenshotAfter(arguments);
    if (!after) return tl::unexpected(after.error());
    const auto file = arguments.value("--screenshot");
    if (!file) return std::optional<ui::Screenshot>();
    return std::optional(ui::Screenshot{*file, *after});
}

}  // namespace

base::settings::Program program(std::string version) {
    return {.name = "luot-display",
            .version = std::move(version),
            .summary = "The waiting-room screen: shows and flashes the numbers that are called.",
            .settings = table(),
            .options = {{"--server", "URL", "Address of the server.", "server"},
                        {"--token-file", "FILE", "File with the access token.", "token_file"},
                        {"--language", "LANG", "vi or en.", "language"},
                        {"--theme", "NAME", "light, dark or high-contrast.", "theme"},
                        {"--size", "WxH", "Pixels, such as 3840x2160.", "size"},
                        {"--screenshot", "FILE",
                         "Write a picture (PNG) in place of opening a window, and end.", ""},
                        {"--after", "SECONDS", "With --screenshot: take it so long after the start.", ""}},
            .subcommands = {}};
}

base::Result<Options> readOptions(const base::settings::Arguments& arguments) {
    const auto& settings = arguments.settings;
    const auto size = sizeOf(settings.text("size"));
    if (!size) return tl::unexpected(size.error());
    auto token = base::settings::readTokenFile(settings.path("token_file"));
    if (!token) return tl::unexpected(token.error());
    auto screenshot = screenshotOf(arguments);
    if (!screenshot) return tl::unexpected(screenshot.error());

    Options options;
    options.link.url = settings.text("server");
    options.link.token = std::move(*token);
    options.appearance = {settings.text("language"), draw::themeNamed(settings.text("theme")),
                          settings.number("safe_margin"), settings.boolean("reduced_motion"),
                          settings.text("facts") == "fields"};
    options.loop.look = {.title = "Lượt",
                         .size = *size,
                         .fullscreen = settings.boolean("fullscreen"),
                         .alwaysOnTop = settings.boolean("always_on_top"),
                         .cursor = false};
    options.loop.screenshot = std::move(*screenshot);
    return options;
}

}  // namespace luot::display
