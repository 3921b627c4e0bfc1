#pragma once

#include "base/Time.hpp"
#include "base/Wording.hpp"
#include "display/scene/Scene.hpp"
#include "protocol/Hall.hpp"
#include "ui/Input.hpp"

namespace luot::display::scene {

/// A message of the notice bar.
struct Notice {
    std::string icon;
    std::vector<std::string> parts;  ///< one line each
    bool operator==(const Notice&) const = default;
};

/// What a display says to the hall, and in which tongue.
struct Voice {
    const base::Wording& wording;
    std::string language;

    std::string text(std::string_view key, std::initializer_list<base::Fill> fills = {}) const {
        return wording.text(language, key, fills);
    }
    bool isVietnamese() const { return language == "vi"; }
};

/// The centre's own notices, or the usual ones when it has none; texts not cut into lines yet. That the clock
/// was set comes before them, in its first minute alone.
std::vector<Notice> noticesOf(const protocol::Hall& hall, const Voice& voice, base::Instant time);

constexpr ui::Ticks noticeFor = 12'000;  ///< ms each line stays

/// What the bar shows at that moment.
NoticePage noticeAt(const std::vector<Notice>& notices, ui::Ticks now);

}  // namespace luot::display::scene
