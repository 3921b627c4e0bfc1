#include "tests/simulation/hall/check/Jury.hpp"

#include <algorithm>

#include "tests/simulation/hall/check/Durability.hpp"
#include "tests/simulation/hall/check/Numbers.hpp"
#include "tests/simulation/hall/check/Pictures.hpp"
#include "tests/simulation/hall/check/States.hpp"
#include "tests/simulation/hall/check/alone/Calls.hpp"
#include "tests/simulation/hall/check/alone/Papers.hpp"
#include "tests/simulation/hall/check/rules/Bookings.hpp"
#include "tests/simulation/hall/check/rules/Limits.hpp"
#include "tests/simulation/hall/check/rules/Offices.hpp"
#include "tests/simulation/hall/check/rules/Overtaking.hpp"
#include "tests/simulation/hall/check/rules/Plans.hpp"

namespace luot::simulation {

std::vector<std::unique_ptr<Checker>> Jury::all() {
    std::vector<std::unique_ptr<Checker>> checkers;
    checkers.push_back(std::make_unique<NumbersComeOnce>());
    checkers.push_back(std::make_unique<RecordHasNoGap>());
    checkers.push_back(std::make_unique<CommandsActOnce>());
    checkers.push_back(std::make_unique<AcknowledgedTicketsSurvive>());
    checkers.push_back(std::make_unique<ToldIsWritten>());
    checkers.push_back(std::make_unique<RestartsRemember>());
    checkers.push_back(std::make_unique<TicketsAreInOneState>());
    checkers.push_back(std::make_unique<CountersHaveOneTicket>());
    checkers.push_back(std::make_unique<NobodyIsLost>());
    checkers.push_back(std::make_unique<PicturesConverge>());
    checkers.push_back(std::make_unique<NobodyIsOvertakenBeyondTheBound>());
    checkers.push_back(std::make_unique<CallingKeepsItsLimits>());
    checkers.push_back(std::make_unique<QuotasHold>());
    checkers.push_back(std::make_unique<BookingsAreUsedOnce>());
    checkers.push_back(std::make_unique<PaperComesByItsTime>());
    checkers.push_back(std::make_unique<AnnouncedOnesWait>());
    checkers.push_back(std::make_unique<PlansBeginOnTheirDay>());
    checkers.push_back(std::make_unique<EveryServiceIsServed>());
    checkers.push_back(std::make_unique<OfficesStaffTheirCounters>());
    checkers.push_back(std::make_unique<PapersAreUnique>());
    checkers.push_back(std::make_unique<PapersAreInTheQueue>());
    checkers.push_back(std::make_unique<GhostsAreTakenBack>());
    checkers.push_back(std::make_unique<NobodyIsCalledTwice>());
    return checkers;
}

/// After a complaint the rows may not fit each other any more: then nothing is built on them.
void Jury::written(const std::vector<journal::Row>& commit) {
    ++commits_;
    for (const auto& row : commit) {
        const auto event = server::hall::eventOf(row);
        if (!event || !content()) return;
        tell(&Checker::written, Entry{row, *event, whole_, commits_});
        if (content()) queue::evolve(whole_, *event, row.fact.at);
    }
}

void Jury::started(const server::hall::Standing& standing, const std::vector<journal::Row>& rows) {
    tell(&Checker::started, standing, rows, whole_);
}

bool Jury::content() const {
    return std::all_of(checkers_.begin(), checkers_.end(),
                       [](const auto& checker) { return checker->complaints().empty(); });
}

std::vector<std::string> Jury::complaints() const {
    std::vector<std::string> all;
    for (const auto& checker : checkers_)
        all.insert(all.end(), checker->complaints().begin(), checker->complaints().end());
    return all;
}

}  // namespace luot::simulation
