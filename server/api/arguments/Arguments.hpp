#pragma once

#include <string_view>

#include "base/Result.hpp"
#include "base/json/Json.hpp"
#include "queue/Command.hpp"

/// Reads the arguments of each command of the table; invalidInput names what is missing or wrong. The wire's
/// limits are here, those of meaning are the queue's.
namespace luot::server::api::arguments {

using base::json::Object;
using Read = base::Result<queue::Command>;
using Parse = Read (*)(const Object& given);

Read parseIssue(const Object& given);
Read parsePaper(const Object& given);
Read parseCancel(const Object& given);
Read parsePriority(const Object& given);
Read parseTransfer(const Object& given);
Read parseReturn(const Object& given);
Read parseDossiers(const Object& given);
Read parsePrinted(const Object& given);
Read parseReprint(const Object& given);
Read parsePrinter(const Object& given);

Read parseOpenCounter(const Object& given);
Read parsePause(const Object& given);
Read parseCall(const Object& given);
Read parseFinish(const Object& given);
Read parsePrepare(const Object& given);

Read parseSeries(const Object& given);
Read parseMerge(const Object& given);
Read parseSettle(const Object& given);

Read parseAppointments(const Object& given);
Read parseCallRange(const Object& given);
Read parseMap(const Object& given);

struct CounterOnly {
    int counter = 0;
};
BOOST_DESCRIBE_STRUCT(CounterOnly, (), (counter))

/// A command whose only argument is its counter.
template <class CommandOfCounter>
Read parseCounterOnly(const Object& given) {
    auto read = base::json::decode<CounterOnly>(given);
    if (!read) return tl::unexpected(read.error());
    return queue::Command(CommandOfCounter{read->counter});
}

/// A command without arguments.
template <class Bare>
Read parseNothing(const Object&) {
    return queue::Command(Bare{});
}

}  // namespace luot::server::api::arguments
