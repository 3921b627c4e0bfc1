#include "display/HallPicture.hpp"

#include "display/scene/ExpectedWaits.hpp"
#include "display/view/Views.hpp"

namespace luot::display {

draw::DrawList drawHall(const scene::Sight& sight, const scene::Voice& voice, const Appearance& appearance,
                        draw::Size pixels) {
    const draw::Scale scale = draw::Scale::fit(view::designSize, pixels);
    const view::Layout layout = view::Layout::of(scale.visible(pixels), appearance.safeMargin);
    scene::Scene scene = scene::Composer(voice).compose(sight);
    if (sight.hall != nullptr) {
        if (appearance.expectedWaits) {
            auto waits = scene::expectedWaits(*sight.hall, voice, sight.now);
            if (!waits.empty()) scene.facts = std::move(waits);
        }
        auto notices = scene::noticesOf(*sight.hall, voice, sight.time);
        for (scene::Notice& notice : notices) notice.parts = view::noticeParts(notice.parts.front(), layout);
        scene.notice = scene::noticeAt(notices, sight.now);
    }
    return view::mainHall(scene, layout, {appearance.theme->highContrast});
}

}  // namespace luot::display
