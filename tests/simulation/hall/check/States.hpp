#pragma once

#include <map>
#include <unordered_map>

#include "tests/simulation/hall/check/Checker.hpp"

namespace luot::simulation {

/// A ticket is in one state, goes from it only where a ticket can go, and stands in the server's hall as the
/// record left it: in one line if it waits and in none otherwise.
class TicketsAreInOneState final : public Checker {
public:
    void written(const Entry& entry) override;
    void stands(const server::hall::Standing& standing) override;

private:
    std::unordered_map<std::string, queue::TicketState> states_;  ///< of the newest day
    std::int64_t seq_ = 0;
};

/// A ticket is at one counter at most, and a counter has one ticket at most.
class CountersHaveOneTicket final : public Checker {
public:
    void written(const Entry& entry) override;
    void stands(const server::hall::Standing& standing) override;

private:
    std::map<int, std::string> at_;  ///< counter -> ticket that was called there or is served
};

/// Issued = waiting + called + serving + held + finished + no-show + cancelled + expired.
class NobodyIsLost final : public Checker {
public:
    void written(const Entry& entry) override;
    void stands(const server::hall::Standing& standing) override;

private:
    std::optional<base::Date> day_;
    std::size_t issued_ = 0;
    std::int64_t seq_ = 0;
};

}  // namespace luot::simulation
