#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

struct _cairo;
struct _cairo_surface;

namespace luot::draw::text {

/// Thickened texts as they came out last time: outlining letters costs ten times as much as showing them, and
/// most texts of a screen stay. One a thread; forgets everything when it is full.
class MaskCache {
public:
    static constexpr std::size_t mostMasks = 128;

    static MaskCache& ofThisThread();

    /// A picture of whole pixels, made by `paint` when `key` is new.
    _cairo_surface* get(const std::string& key, int width, int height,
                        const std::function<void(_cairo*)>& paint);

private:
    struct Release {
        void operator()(_cairo_surface* surface) const;
    };
    std::map<std::string, std::unique_ptr<_cairo_surface, Release>> masks_;
};

}  // namespace luot::draw::text
