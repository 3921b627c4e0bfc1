#pragma once

#include <map>
#include <unordered_map>

#include "tests/simulation/hall/check/Checker.hpp"

namespace luot::simulation {

/// A call is repeated at most so often and no sooner than after so long; nobody is absent before so many
/// calls and so much time; a late comer comes back in time and goes behind those whom the rules name. Reckons
/// from the record alone.
class CallingKeepsItsLimits final : public Checker {
public:
    void written(const Entry& entry) override;

private:
    void settled(const queue::Ticket& ticket);
    void missed(const Entry& entry, const std::string& ticket);
    void returned(const Entry& entry, const queue::Ticket& ticket);

    std::unordered_map<std::string, std::vector<base::Instant>> calls_;  ///< that go on, by ticket
};

/// A service gives no more numbers a session than its quota; those of a printed roll and of kiosks alone
/// count, and are taken. Says
/// nothing once the clock was set by half a day: the same session may come twice then.
class QuotasHold final : public Checker {
public:
    void written(const Entry& entry) override;

private:
    std::map<std::pair<std::optional<base::Instant>, std::string>, int> issued_;  ///< by session and service
    base::Instant newest_{};
    bool clockLeapt_ = false;
};

}  // namespace luot::simulation
