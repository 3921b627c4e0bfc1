#pragma once

#include "display/CallBoard.hpp"
#include "display/scene/Notices.hpp"
#include "display/scene/Scene.hpp"
#include "protocol/Hall.hpp"

namespace luot::display::scene {

/// All that the screen depends on at one moment.
struct Sight {
    const protocol::Hall* hall = nullptr;  ///< null before the first word of a server
    const CallBoard& board;
    base::Instant time{};  ///< the centre's
    ui::Ticks now = 0;
    bool flashOn = false;  ///< the half of the second in which calls are yellow
    std::optional<base::Instant> lostSince;
};

/// Puts a hall into the words of the screen. Pure.
class Composer {
public:
    explicit Composer(Voice voice) : voice_(std::move(voice)) {}

    /// Everything but the notice.
    Scene compose(const Sight& sight) const;

private:
    Words words() const;
    std::string date(base::Instant time) const;
    CallLine line(const protocol::Hall& hall, const protocol::Ticket& ticket) const;
    CallLine line(const protocol::Hall& hall, const Call& call) const;
    void nameCounter(const protocol::Hall& hall, int counter, CallLine& line) const;
    void addCalls(const Sight& sight, Scene& scene) const;
    void addTable(const Sight& sight, Scene& scene) const;
    Rest rest(const Sight& sight) const;
    std::vector<Fact> facts(const Sight& sight) const;
    std::optional<Fact> averageWait(const protocol::Hall& hall) const;
    std::optional<Fact> missed(const Sight& sight) const;
    void addPrepared(const protocol::Hall& hall, std::vector<Fact>& facts) const;
    std::optional<Lost> lost(const Sight& sight) const;

    Voice voice_;
};

}  // namespace luot::display::scene
