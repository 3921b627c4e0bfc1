#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "base/Wording.hpp"
#include "dispenser/Conversation.hpp"
#include "dispenser/PressScript.hpp"
#include "dispenser/print/PrintThread.hpp"
#include "dispenser/view/Scene.hpp"
#include "ui/Screen.hpp"
#include "ui/touch/Focus.hpp"
#include "ui/touch/Press.hpp"

namespace luot::dispenser {

struct AppOptions {
    kiosk::KioskSettings kiosk;
    offline::Standby::Parts standby;   ///< without a store: no numbers without the server
    PapersUnderWay* papers = nullptr;  ///< must outlive it; null: they are not kept
    std::string token;
    const draw::Theme* theme = nullptr;
    std::string slot = "down";
    std::string secondLanguage;           ///< on the ticket, under the citizen's; empty: none
    std::vector<std::string> ticketKeys;  ///< sentences that the ticket's form names
    draw::Size pixels{1080, 1920};
    std::optional<PressScript> script;
    /// With a script: a picture of each page is left as "<stem>-taken.png".
    std::optional<std::filesystem::path> pictures;
    /// With a script: so long after its end the program ends; none: it goes on. Milliseconds.
    std::optional<std::int64_t> stayAfterScript;
};

/// The ticket kiosk: joins its rules, the server, the printer and the view to the loop. Main thread only.
class App final : public ui::Screen {
public:
    /// `wording` must outlive it.
    App(AppOptions options, const base::Wording& wording, std::unique_ptr<net::Link> link,
        std::unique_ptr<print::TicketPrinter> printer);

    draw::DrawList view(const ui::Frame& frame) override;
    const draw::Theme& theme() const override { return *options_.theme; }
    void handle(const ui::Input& input, ui::Ticks now) override;
    std::optional<ui::Ticks> nextChange(ui::Ticks now) override;
    bool finished() const override { return finished_; }

    const kiosk::Kiosk& kiosk() const { return kiosk_; }
    /// The script's citizens all got their paper.
    bool scriptWorked() const {
        return options_.script && options_.script->over() && !options_.script->failed();
    }

private:
    void advance(ui::Ticks now);
    void grant(const kiosk::AskNumber& wish, ui::Ticks now) { conversation_.ask(wish, now); }
    void grant(const kiosk::PrintTicket& wish, ui::Ticks now);
    void grant(const kiosk::ReportPrint& wish, ui::Ticks now) { conversation_.report(wish, now); }
    void grant(const kiosk::ReportPrinter& wish, ui::Ticks now) { conversation_.report(wish, now); }
    void grant(const kiosk::CheckPrinter&, ui::Ticks) { printer_->check(); }
    void hear(const print::PrintResult& result, ui::Ticks now);
    void hear(const hardware::printer::Readiness& readiness, ui::Ticks now);
    void act(std::string_view target, ui::Ticks now);
    void take(const ui::PointerDown& down, ui::Ticks now);
    void take(const ui::PointerMove& move, ui::Ticks now);
    void take(const ui::PointerUp& up, ui::Ticks now);
    void take(const ui::KeyDown& key, ui::Ticks now);
    template <class Other>
    void take(const Other&, ui::Ticks) {}
    void moveFocus(bool forwards);
    std::string_view targetAt(draw::Point at) const;
    view::Drawn draw(ui::Ticks now, draw::Size pixels) const;
    void runScript(ui::Ticks now);
    void leavePicture(const std::string& name, ui::Ticks now) const;
    base::Instant centreTime(ui::Ticks now) const;

    AppOptions options_;
    const base::Wording& wording_;
    std::unique_ptr<net::Link> link_;
    std::unique_ptr<print::TicketPrinter> printer_;
    protocol::FeedClient feed_;
    std::unique_ptr<offline::Standby> standby_;  ///< may be null
    kiosk::Kiosk kiosk_;
    Conversation conversation_;
    ui::touch::Press press_;
    ui::touch::Focus focus_;
    std::vector<ui::touch::Target> targets_;  ///< of the page that is on screen
    kiosk::Page shown_ = kiosk::Page::start;
    int shownTiles_ = 0;
    /// Of the ticket in hand.
    struct Pace {
        std::string ticket;
        ui::Ticks pressed = 0;
        ui::Ticks numbered = 0;
    };
    Pace pace_;
    std::optional<ui::Ticks> scriptOver_;
    bool finished_ = false;
};

}  // namespace luot::dispenser
