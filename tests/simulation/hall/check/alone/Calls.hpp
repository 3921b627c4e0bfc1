#pragma once

#include <unordered_map>

#include "tests/simulation/hall/check/Checker.hpp"

namespace luot::simulation {

/// Whom a counter called alone no other counter calls before it is settled, and it calls nobody whom another
/// one has called. Left out is what the head did meanwhile without its knowledge: another map or other rules,
/// a ticket sent elsewhere.
class NobodyIsCalledTwice final : public Checker {
public:
    void written(const Entry& entry) override;
    void calledAlone(const CallAlone& call) override;

private:
    struct Known {
        int counter = 0;
        std::string number;
        std::int64_t seq = 0;
    };
    bool headWasBusy(const std::string& ticket, std::int64_t since) const;

    std::unordered_map<std::string, CallAlone> alone_;      ///< by ticket, not settled yet
    std::unordered_map<std::string, Known> called_;         ///< by ticket: its newest call, while it lasts
    std::unordered_map<std::string, std::int64_t> sentOn_;  ///< when it was transferred last
    std::int64_t rulesChanged_ = 0;
};

}  // namespace luot::simulation
