#include "tests/simulation/hall/check/Pictures.hpp"

#include <fmt/format.h>

#include "base/json/Json.hpp"
#include "server/api/HallProjection.hpp"

namespace luot::simulation {

namespace {

/// Of two lists the first elements that differ; the whole where they are no lists of one length.
std::pair<const base::json::Value*, const base::json::Value*> narrowed(const base::json::Value* one,
                                                                       const base::json::Value* other) {
    const bool lists = one && other && one->is_array() && other->is_array();
    if (!lists || one->get_array().size() != other->get_array().size()) return {one, other};
    const auto& a = one->get_array();
    const auto& b = other->get_array();
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] != b[i]) return {&a[i], &b[i]};
    return {one, other};
}

/// The first member in which two halls differ.
std::string difference(const protocol::Hall& one, const protocol::Hall& other) {
    const auto a = base::json::encode(one).as_object(), b = base::json::encode(other).as_object();
    const auto text = [](const base::json::Value* value) {
        return value ? base::json::serialize(*value).substr(0, 300) : "nothing";
    };
    for (const auto* object : {&a, &b})
        for (const auto& member : *object) {
            const auto* shown = a.if_contains(member.key());
            const auto* truth = b.if_contains(member.key());
            if (shown && truth && *shown == *truth) continue;
            const auto [there, here] = narrowed(shown, truth);
            return fmt::format("{}: {} instead of {}", std::string(member.key()), text(there), text(here));
        }
    return "nothing that is told";
}

/// Without what time alone changes from second to second: it is told now and then only.
protocol::Hall timeless(protocol::Hall hall) {
    hall.now = {};
    for (auto& service : hall.services) service.estimate.reset();
    return hall;
}

}  // namespace

protocol::Hall pictureOf(const protocol::Hall& hall) {
    const auto parts = server::api::inParts(hall);
    protocol::HallView view;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const protocol::Snapshot snapshot{hall.seq, static_cast<int>(i + 1), static_cast<int>(parts.size()),
                                          parts[i]};
        static_cast<void>(view.apply(snapshot));
    }
    return view.hall();
}

void PicturesConverge::confused(int client, const std::string& frame) {
    if (frame.find(R"("name":"settings_changed")") == std::string::npos)
        complain(fmt::format("client {} could make nothing of {}", client, frame.substr(0, 200)));
}

void PicturesConverge::quiet(const protocol::Hall& hall, const std::vector<Picture>& pictures) {
    const auto truth = timeless(pictureOf(hall));
    for (const auto& picture : pictures) {
        const auto shown = timeless(picture.hall);
        if (!picture.complete)
            complain(picture.whose + " has no picture of the hall");
        else if (shown != truth)
            complain(picture.whose + " shows another hall: " + difference(shown, truth));
    }
}

}  // namespace luot::simulation
