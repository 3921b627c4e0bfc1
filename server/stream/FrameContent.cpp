#include "server/stream/FrameContent.hpp"

#include "base/json/Json.hpp"

namespace luot::server::stream {

namespace {

/// Leaves room for the rest of the frame.
constexpr std::size_t maxData = 63 * 1024;

std::string shortened(const std::string& data, std::string_view leftOut) {
    auto value = base::json::parse(data);
    if (!value || !value->is_object()) return data;
    auto& members = value->get_object();
    members.erase(leftOut);
    const auto whole = base::json::serialize(*value);
    if (whole.size() <= maxData) return whole;
    for (auto& member : members) {
        if (member.value().is_object()) member.value().emplace_object();
        if (member.value().is_array()) member.value().emplace_array();
    }
    members["too_large"] = true;
    return base::json::serialize(*value);
}

}  // namespace

std::string frameContent(std::string_view name, const std::string& data) {
    const bool opening = name == "day_opened";
    return opening || data.size() > maxData ? shortened(data, opening ? "carried" : "") : data;
}

}  // namespace luot::server::stream
