#include "counter-client/App.hpp"

#include "base/Log.hpp"
#include "counter-client/Keyboard.hpp"
#include "draw/Painter.hpp"

namespace luot::counterclient {

namespace {

/// How often a running time, a count of seconds or a deadline is looked at, milliseconds.
constexpr std::int64_t lookEvery = 200;

}  // namespace

App::App(AppOptions options, const base::Wording& wording, std::unique_ptr<net::Link> link)
    : options_(std::move(options)),
      words_(wording, options_.language),
      link_(std::move(link)),
      feed_("counter", options_.token),
      desk_(feed_.view(), options_.desk),
      conversation_(*link_, feed_, desk_, options_.memory) {}

draw::DrawList App::view(const ui::Frame& frame) {
    advance(frame.now);
    auto shown = face(frame.now);
    targets_ = std::move(shown.targets);
    return std::move(shown.list);
}

void App::handle(const ui::Input& input, ui::Ticks now) {
    std::visit([&](const auto& what) { take(what, now); }, input);
}

std::optional<ui::Ticks> App::nextChange(ui::Ticks now) { return now + lookEvery; }

void App::advance(std::int64_t now) {
    conversation_.advance(now);
    if (options_.script) runScript(now);
}

void App::runScript(std::int64_t now) {
    if (!scriptOver_ && pictureDue_ && !desk_.busy()) leavePicture(now);
    if (!desk_.online() && !options_.script->begun()) return;
    if (const auto key = options_.script->next(now, desk_.busy())) {
        press(*key, now);
        pictureDue_ = true;
    }
    if (!scriptOver_ && options_.script->over(now, desk_.busy())) {
        if (pictureDue_) leavePicture(now);
        scriptOver_ = now;
    }
    if (options_.pictures && scriptOver_ && now - *scriptOver_ >= options_.stayAfterScript) finished_ = true;
}

void App::leavePicture(std::int64_t now) {
    pictureDue_ = false;
    if (!options_.pictures) return;
    auto file = *options_.pictures;
    file.replace_filename(file.stem().string() + "-" + options_.script->label() + ".png");
    const auto written = draw::paintNew(face(now).list, theme(), options_.pixels).writePng(file);
    if (!written) base::logWarn("{}", written.error().what);
}

view::Face App::face(std::int64_t now) const {
    return view::faceOf({desk_, conversation_.moment(now), words_, inside_ ? held_ : std::nullopt});
}

void App::press(desk::Key key, std::int64_t now) { send(desk_.press(key, conversation_.moment(now)), now); }

void App::press(const view::Target& target, std::int64_t now) {
    if (target.row < 0) return press(target.key, now);
    send(desk_.pressRow(target.row, conversation_.moment(now)), now);
}

void App::send(const std::optional<desk::Order>& order, std::int64_t now) {
    if (order) conversation_.ask(*order, now);
}

std::optional<view::Target> App::targetAt(draw::Point at) const {
    for (auto target = targets_.rbegin(); target != targets_.rend(); ++target)
        if (target->rect.contains(at)) return *target;
    return std::nullopt;
}

void App::take(const ui::PointerDown& down, std::int64_t) {
    held_ = targetAt(down.at);
    inside_ = held_.has_value();
}

void App::take(const ui::PointerMove& move, std::int64_t) {
    inside_ = held_ && held_->rect.contains(move.at);
}

void App::take(const ui::PointerUp& up, std::int64_t now) {
    const auto target = std::exchange(held_, std::nullopt);
    inside_ = false;
    if (target && target->rect.contains(up.at)) press(*target, now);
}

void App::take(const ui::KeyDown& input, std::int64_t now) {
    const auto key = keyOf(input);
    if (key.code != desk::KeyCode::none) press(key, now);
}

}  // namespace luot::counterclient
