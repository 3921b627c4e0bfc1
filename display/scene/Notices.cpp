#include "display/scene/Notices.hpp"

namespace luot::display::scene {

std::vector<Notice> noticesOf(const protocol::Hall& hall, const Voice& voice) {
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
