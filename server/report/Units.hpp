#pragma once

#include <map>
#include <string>

#include "journal/Journal.hpp"
#include "queue/Rules.hpp"

namespace luot::server::report {

/// The offices that the clerks come from, as the centre's rules name them now: a clerk's own, else that of
/// the counter. Staff of no other office are the centre's, under its own id.
class Units {
public:
    Units() = default;
    explicit Units(const queue::Rules& rules);

    /// Whose clerk served or called there; empty when nobody did.
    std::string of(const journal::Visit& visit) const;

private:
    std::string centre_;
    std::map<std::string, std::string> ofClerk_;
    std::map<int, std::string> ofCounter_;
};

}  // namespace luot::server::report
