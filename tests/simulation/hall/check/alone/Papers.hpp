#pragma once

#include <map>
#include <set>
#include <unordered_map>

#include "tests/simulation/hall/check/Checker.hpp"

namespace luot::simulation {

/// No two slips of kiosks alone bear the same number: not of one series, and not with the same date. Says
/// nothing of dates once the centre's clock was set by half a day: then its days are others than the
/// calendar's.
class PapersAreUnique final : public Checker {
public:
    void written(const Entry& entry) override;
    void handedOut(const Paper& paper) override;

private:
    std::set<std::string> ofSeries_;
    std::set<std::string> printed_;  ///< number and date
    bool clockLeapt_ = false;
};

/// What somebody holds in the hand is in the queue, once, under the number on the paper and in its service,
/// as soon as the kiosk has its server back. Only a disk that broke may take with it what nobody else knew.
class PapersAreInTheQueue final : public Checker {
public:
    void written(const Entry& entry) override;
    void handedOut(const Paper& paper) override;
    void diskBroke(int kiosk) override;
    void quiet(const protocol::Hall& hall, const std::vector<Picture>& pictures) override;

private:
    std::unordered_map<std::string, Paper> papers_;  ///< by ticket, those that are not in the record yet
    std::unordered_map<std::string, Paper> known_;   ///< all
    std::set<std::string> merged_;                   ///< by digit, day and sequence
};

/// A number that the server made for a press at which the kiosk gave its own in place of it is taken back: it
/// waits no more when the kiosk's is merged, unless somebody has been called with it, and does not come
/// later.
class GhostsAreTakenBack final : public Checker {
public:
    void written(const Entry& entry) override;
    void handedOut(const Paper& paper) override;

private:
    std::unordered_map<std::string, std::string> insteadOf_;  ///< by ticket: the question
    std::unordered_map<std::string, std::string> made_;       ///< by question: the server's ticket
    std::set<std::string> takenBack_;                         ///< questions whose ticket was merged
};

}  // namespace luot::simulation
