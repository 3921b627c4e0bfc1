#pragma once

#include <map>
#include <string>

#include "simulator/check/Spread.hpp"
#include "simulator/twin/Visitor.hpp"

namespace luot::simulator::twin {

/// How a group of visitors waited; minutes without the gaps between sessions.
struct WaitFigures {
    std::size_t count = 0;
    std::size_t neverCalled = 0;  ///< among them: waited until the day ended
    double mean = 0;
    double p50 = 0;
    double p90 = 0;
    double longest = 0;
    double withinTarget = 0;  ///< share, 0 to 1
};

/// Gathers outcomes of one day or of many.
class Waiting {
public:
    explicit Waiting(base::Minutes target) : target_(target) {}

    void add(const Outcome& outcome);

    WaitFigures all() const { return figuresOf(all_); }
    WaitFigures priority() const { return figuresOf(priority_); }
    WaitFigures normal() const { return figuresOf(normal_); }
    /// Of services that somebody came for.
    std::map<std::string, WaitFigures> byService() const;
    /// How many who had come earlier each call passed over, on average.
    double passedOver() const;

private:
    struct Group {
        check::Spread minutes;
        std::size_t inTime = 0;
        std::size_t neverCalled = 0;
    };
    void add(Group& group, const Outcome& outcome) const;
    static WaitFigures figuresOf(const Group& group);

    base::Minutes target_;
    Group all_;
    Group priority_;
    Group normal_;
    std::map<std::string, Group> services_;
    double passedOver_ = 0;
};

}  // namespace luot::simulator::twin
