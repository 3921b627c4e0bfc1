#pragma once

#include <functional>
#include <string>

#include "server/api/CommandTable.hpp"
#include "server/api/HallProjection.hpp"
#include "server/hall/CommandPump.hpp"

namespace luot::base {
class Signature;
class Wording;
}

namespace luot::server::api {

/// How answers are made: what the server is called from outside and how a ticket's own page is found.
struct AnswerParts {
    std::string publicUrl;                                    ///< "http://192.168.1.10:8080"
    std::function<std::string(const std::string&)> secretOf;  ///< of a ticket id
    std::function<Surroundings(base::Instant now)> surroundings;
    const base::Signature* seal = nullptr;   ///< of the series in which kiosks number alone
    const base::Wording* wording = nullptr;  ///< for the reasons of calls; null: they have no sentence
};

/// Makes the answer of such a command from the hall right after it.
hall::Describe describing(const CommandRow& row, const AnswerParts& parts);

}  // namespace luot::server::api
