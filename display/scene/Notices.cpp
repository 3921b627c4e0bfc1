#include "display/scene/Notices.hpp"

namespace luot::display::scene {

namespace {

/// So long whoever looks at the clock is told why it went on by more, or by less, than a minute.
constexpr base::Seconds clockNoticeAlone{60};

Notice clockNotice(const protocol::ClockFault& fault, const Voice& voice) {
    return {"clock", {voice.text("display.clock_set", {{"time", base::formatClock(fault.at)}})}};
}

Notice restartNotice(const protocol::Restart& restart, const Voice& voice) {
    return {"check", {voice.text("error.power", {{"n", std::to_string(restart.waiting)}})}};
}

/// What stands in the bar on any other day.
std::vector<Notice> usualNotices(const protocol::Hall& hall, const Voice& voice) {
    const std::string docs = voice.text("display.ticker_docs");
    const std::string rate = voice.text("display.ticker_rate");
    const std::string fee = voice.text("display.ticker_fee");
    const auto iconOf = [&](const std::string& text) {
        return text == docs ? "doc" : text == rate ? "star" : text == fee ? "money" : "bell";
    };
    std::vector<std::string> texts = voice.isVietnamese() ? hall.centre.noticesVi : hall.centre.noticesEn;
    if (texts.empty()) {
        texts = {docs, fee};
        if (!hall.centre.hotline.empty()) {
            texts.push_back(voice.text("display.ticker_hotline", {{"phone", hall.centre.hotline}}));
        }
    }
    std::vector<Notice> notices;
    for (std::string& text : texts) {
        const std::string icon = iconOf(text);
        notices.push_back({icon, {std::move(text)}});
    }
    return notices;
}

}  // namespace

std::vector<Notice> noticesOf(const protocol::Hall& hall, const Voice& voice, base::Instant time) {
    std::vector<Notice> notices;
    if (hall.restart && time - hall.restart->at < protocol::restartIsNewsFor)
        notices.push_back(restartNotice(*hall.restart, voice));
    if (hall.clockFault) {
        notices.push_back(clockNotice(*hall.clockFault, voice));
        const auto since = time - hall.clockFault->at;
        if (base::Milliseconds{0} <= since && since < clockNoticeAlone) return notices;
    }
    for (auto& notice : usualNotices(hall, voice)) notices.push_back(std::move(notice));
    return notices;
}

NoticePage noticeAt(const std::vector<Notice>& notices, ui::Ticks now) {
    ui::Ticks lines = 0;
    for (const Notice& notice : notices) lines += static_cast<ui::Ticks>(notice.parts.size());
    if (lines == 0) return {};
    auto line = static_cast<std::size_t>(now / noticeFor % lines);
    int page = 0;
    for (const Notice& notice : notices) {
        if (line < notice.parts.size()) {
            return {notice.icon, notice.parts[line], page, static_cast<int>(notices.size())};
        }
        line -= notice.parts.size();
        ++page;
    }
    return {};
}

}  // namespace luot::display::scene
