#pragma once

#include <memory>

#include "tests/simulation/hall/check/Checker.hpp"

namespace luot::simulation {

/// All checkers, and the hall that follows from all rows of the medium.
class Jury {
public:
    explicit Jury(std::vector<std::unique_ptr<Checker>> checkers) : checkers_(std::move(checkers)) {}
    /// Every checker that there is.
    static std::vector<std::unique_ptr<Checker>> all();

    void written(const std::vector<journal::Row>& commit);
    void started(const server::hall::Standing& standing, const std::vector<journal::Row>& rows);
    template <class... Parameters, class... Given>
    void tell(void (Checker::*what)(Parameters...), Given&&... given) {
        for (auto& checker : checkers_) ((*checker).*what)(given...);
    }

    std::vector<std::string> complaints() const;
    bool content() const;

private:
    std::vector<std::unique_ptr<Checker>> checkers_;
    queue::Hall whole_;
    std::uint64_t commits_ = 0;
};

}  // namespace luot::simulation
