#pragma once

#include <unordered_map>
#include <unordered_set>

#include "journal/Chain.hpp"
#include "tests/simulation/hall/check/Checker.hpp"

namespace luot::simulation {

/// The record counts 1, 2, 3 and so on, and each row's hash follows from the one before.
class RecordHasNoGap final : public Checker {
public:
    void written(const Entry& entry) override;
    void started(const server::hall::Standing& standing, const std::vector<journal::Row>& rows,
                 const queue::Hall& whole) override;

private:
    journal::ChainEnd end_;
};

/// What was asked once happens once, however often the question comes; what nobody asked does not happen.
class CommandsActOnce final : public Checker {
public:
    void asked(const std::string& commandId) override { asked_.emplace(commandId, 0); }
    void written(const Entry& entry) override;

private:
    std::unordered_map<std::string, std::uint64_t> asked_;  ///< with the commit in which it happened; 0: none
};

/// A ticket whose number was told is in the record, today and after every restart.
class AcknowledgedTicketsSurvive final : public Checker {
public:
    void acknowledged(const Acknowledged& reply) override;
    void written(const Entry& entry) override;
    void started(const server::hall::Standing& standing, const std::vector<journal::Row>& rows,
                 const queue::Hall& whole) override;

private:
    std::unordered_map<std::string, std::string> issued_;        ///< id -> number, as once written
    std::unordered_map<std::string, std::string> acknowledged_;  ///< the same, as once told
};

/// Nobody is told of anything that is not on the medium, word for word.
class ToldIsWritten final : public Checker {
public:
    void written(const Entry& entry) override;
    void told(const Told& told) override;

private:
    std::vector<journal::Row> rows_;
};

/// A new server begins where all rows together lead, though it reads the newest day alone.
class RestartsRemember final : public Checker {
public:
    void started(const server::hall::Standing& standing, const std::vector<journal::Row>& rows,
                 const queue::Hall& whole) override;
};

}  // namespace luot::simulation
