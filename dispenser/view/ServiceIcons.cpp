#include <algorithm>
#include <array>

#include "dispenser/view/Parts.hpp"

namespace luot::dispenser::view {

namespace {

struct ServiceIcon {
    std::string_view service;
    std::string_view icon;
};

/// By the ids of the national catalogue (config/catalogue.toml).
constexpr std::array icons{
    ServiceIcon{"chung-thuc", "cert"},
    ServiceIcon{"ho-tich", "civil"},
    ServiceIcon{"dat-dai", "land"},
    ServiceIcon{"ho-kinh-doanh", "shop"},
    ServiceIcon{"lao-dong-xa-hoi", "social"},
    ServiceIcon{"xay-dung", "build"},
    ServiceIcon{"y-te", "health"},
    ServiceIcon{"giao-duc", "edu"},
    ServiceIcon{"nong-nghiep", "agri"},
    ServiceIcon{"tai-chinh", "money"},
    ServiceIcon{"tra-ket-qua", "result"},
    ServiceIcon{"huong-dan", "help"},
    ServiceIcon{"cu-tru", "person"},
    ServiceIcon{"van-hoa", "culture"},
};

}  // namespace

std::string_view iconOf(std::string_view service) {
    const auto* found =
        std::find_if(icons.begin(), icons.end(), [&](const auto& one) { return one.service == service; });
    return found == icons.end() ? "doc" : found->icon;
}

}  // namespace luot::dispenser::view
