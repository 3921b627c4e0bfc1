#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "base/Wording.hpp"
#include "counter-client/Conversation.hpp"
#include "counter-client/Script.hpp"
#include "counter-client/view/Face.hpp"
#include "ui/Screen.hpp"

namespace luot::counterclient {

struct AppOptions {
    desk::DeskSettings desk;
    std::string token;
    std::string language;
    const draw::Theme* theme = nullptr;
    std::filesystem::path memory;  ///< file for what must outlive a start without the server; empty: none
    std::optional<Script> script;
    /// With a script: where a picture is left after each key, "<stem>-02-F4.png"; and how long to stay after
    /// the last.
    std::optional<std::filesystem::path> pictures;
    std::int64_t stayAfterScript = 0;  ///< milliseconds
    draw::Size pixels;
};

/// The clerk's window: joins desk, conversation and view to the loop. Main thread only.
class App final : public ui::Screen {
public:
    /// `wording` must outlive it.
    App(AppOptions options, const base::Wording& wording, std::unique_ptr<net::Link> link);

    draw::DrawList view(const ui::Frame& frame) override;
    const draw::Theme& theme() const override { return *options_.theme; }
    void handle(const ui::Input& input, ui::Ticks now) override;
    std::optional<ui::Ticks> nextChange(ui::Ticks now) override;
    bool finished() const override { return finished_; }

    const desk::Desk& desk() const { return desk_; }

private:
    void advance(std::int64_t now);
    void runScript(std::int64_t now);
    void leavePicture(std::int64_t now);
    void press(desk::Key key, std::int64_t now);
    void press(const view::Target& target, std::int64_t now);
    void send(const std::optional<desk::Order>& order, std::int64_t now);
    void take(const ui::PointerDown& down, std::int64_t now);
    void take(const ui::PointerMove& move, std::int64_t now);
    void take(const ui::PointerUp& up, std::int64_t now);
    void take(const ui::KeyDown& key, std::int64_t now);
    void take(const ui::Wake&, std::int64_t now) { advance(now); }
    template <class Other>
    void take(const Other&, std::int64_t) {}
    std::optional<view::Target> targetAt(draw::Point at) const;
    view::Face face(std::int64_t now) const;

    AppOptions options_;
    view::Words words_;
    std::unique_ptr<net::Link> link_;
    protocol::FeedClient feed_;
    desk::Desk desk_;
    Conversation conversation_;
    std::vector<view::Target> targets_;  ///< of the face that is on screen
    std::optional<view::Target> held_;   ///< where the pointer went down
    bool inside_ = false;                ///< and whether it still is there
    bool pictureDue_ = false;
    std::optional<std::int64_t> scriptOver_;
    bool finished_ = false;
};

}  // namespace luot::counterclient
