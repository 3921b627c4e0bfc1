#pragma once

#include <functional>
#include <memory>

#include "dispenser/offline/Homecoming.hpp"
#include "dispenser/offline/TimeAnchor.hpp"
#include "tests/simulation/hall/alone/KioskDisk.hpp"
#include "tests/simulation/hall/people/Client.hpp"

namespace luot::simulation {

/// A kiosk that goes on in its own series when the server is away or slow, and hands in what it gave when the
/// server is there again: the real rules of it (dispenser/offline) on a disk, clocks and a network that fail.
class LoneKiosk final : public Client {
public:
    using OpenDisk = std::function<std::unique_ptr<KioskDisk>(KioskMedium&)>;

    LoneKiosk(Stage& stage, Link& link, Person person, Random random, OpenDisk openDisk);

    /// The program ends and starts again; with the machine, or by itself.
    void restart(bool machine);
    /// Somebody sets the kiosk's wall clock.
    void setWall(Milliseconds wrongBy) { wallWrongBy_ = wrongBy; }
    void failNextWrite(bool lands);
    /// Its disk works.
    void soothe() { medium_.failsNext = false; }
    /// A new disk, and a new token with a digit of its own: what was on the old one is gone.
    void replaceDisk(Person person);
    /// A press of the button whatever the hour is.
    void press();

private:
    struct Wish {
        std::string id;  ///< of the question
        dispenser::offline::LoneWish wish;
    };

    Milliseconds pause() override;
    void act() override { press(); }
    bool mayAct() const override { return true; }
    void cameUp() override;
    void wentDown() override;
    void heard(const protocol::Reply& reply) override;
    void saw(const protocol::EventFrame& event) override;
    void changed() override;

    void start();
    void askServer(dispenser::offline::LoneWish wish);
    void numberAlone(dispenser::offline::LoneWish wish);
    void giveUp(const std::string& question);
    void stir();
    void stirSoon();
    dispenser::offline::KioskMoment moment() const;
    base::Instant wall() const { return stage_.timeline.now() + wallWrongBy_; }

    OpenDisk openDisk_;
    KioskMedium medium_;
    std::unique_ptr<KioskDisk> disk_;
    std::unique_ptr<dispenser::offline::KioskAlone> alone_;
    std::unique_ptr<dispenser::offline::Homecoming> homecoming_;
    dispenser::offline::TimeAnchor anchor_;  ///< as its file has it
    std::optional<Wish> waiting_;            ///< for the server's answer
    Milliseconds wallWrongBy_{};
    std::string boot_;
    int boots_ = 0;
    int disks_ = 0;
    bool stirs_ = false;
};

}  // namespace luot::simulation
