#pragma once

#include "display/HallPicture.hpp"
#include "display/Reception.hpp"
#include "ui/Screen.hpp"

namespace luot::display {

/// The waiting-room screen: what came over the stream, as pictures.
class App final : public ui::Screen {
public:
    App(Appearance appearance, const base::Wording& wording, Reception reception);

    draw::DrawList view(const ui::Frame& frame) override;
    const draw::Theme& theme() const override { return *appearance_.theme; }
    void handle(const ui::Input& input, Ticks now) override;
    std::optional<Ticks> nextChange(Ticks now) override;
    void painted(Ticks) override { reception_.acknowledge(); }

private:
    bool flashOn(Ticks now) const;
    Ticks phase(Ticks now) const;

    Appearance appearance_;
    scene::Voice voice_;
    Reception reception_;
    draw::DrawList last_;
    bool hadHall_ = false;
};

}  // namespace luot::display
