#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

#include "base/Time.hpp"

namespace luot::server::centre {

/// A name or sentence in both languages.
struct Words {
    std::string vi;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(Words, (), (vi, en))

struct WordLists {
    std::vector<std::string> vi;
    std::vector<std::string> en;
};
BOOST_DESCRIBE_STRUCT(WordLists, (), (vi, en))

/// Since when a set of rules holds, and by whose decision.
struct InForce {
    base::Date validFrom{};
    std::string decision;
};
BOOST_DESCRIBE_STRUCT(InForce, (), (validFrom, decision))

}  // namespace luot::server::centre
