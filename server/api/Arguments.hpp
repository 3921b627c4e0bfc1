#pragma once

#include <string_view>

#include "base/Result.hpp"
#include "base/json/Json.hpp"
#include "queue/Command.hpp"

/// Reads the arguments of each command of the table; invalidInput names what is missing or wrong.
namespace luot::server::api {

using Parse = base::Result<queue::Command> (*)(const base::json::Object& arguments);

base::Result<queue::Command> parseIssue(const base::json::Object& arguments);
base::Result<queue::Command> parseCancel(const base::json::Object& arguments);
base::Result<queue::Command> parsePriority(const base::json::Object& arguments);
base::Result<queue::Command> parseTransfer(const base::json::Object& arguments);
base::Result<queue::Command> parseReturn(const base::json::Object& arguments);
base::Result<queue::Command> parsePrinted(const base::json::Object& arguments);
base::Result<queue::Command> parseReprint(const base::json::Object& arguments);

base::Result<queue::Command> parseOpenCounter(const base::json::Object& arguments);
base::Result<queue::Command> parsePause(const base::json::Object& arguments);
base::Result<queue::Command> parseCall(const base::json::Object& arguments);
base::Result<queue::Command> parseFinish(const base::json::Object& arguments);

/// A command whose only argument is its counter.
template <class CommandOfCounter>
base::Result<queue::Command> parseCounterOnly(const base::json::Object& arguments);

/// A command without arguments.
template <class Bare>
base::Result<queue::Command> parseNothing(const base::json::Object&) {
    return queue::Command(Bare{});
}

namespace arguments {

struct CounterOnly {
    int counter = 0;
};
BOOST_DESCRIBE_STRUCT(CounterOnly, (), (counter))

}  // namespace arguments

template <class CommandOfCounter>
base::Result<queue::Command> parseCounterOnly(const base::json::Object& given) {
    auto read = base::json::decode<arguments::CounterOnly>(given);
    if (!read) return tl::unexpected(read.error());
    return queue::Command(CommandOfCounter{read->counter});
}

}  // namespace luot::server::api
