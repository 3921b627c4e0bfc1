#include <boost/describe/class.hpp>

#include "server/api/arguments/Reading.hpp"

/// Commands of a counter.
namespace luot::server::api::arguments {

namespace {

struct Opening {
    int counter = 0;
    std::optional<std::string> clerk;
};
struct Pause {
    int counter = 0;
    std::string reason;
};
struct ByNumber {
    int counter = 0;
    std::string number;
};
struct Finish {
    int counter = 0;
    std::optional<std::string> outcome;
};
struct Prepare {
    int counter = 0;
    std::optional<int> count;
};
BOOST_DESCRIBE_STRUCT(Opening, (), (counter, clerk))
BOOST_DESCRIBE_STRUCT(Pause, (), (counter, reason))
BOOST_DESCRIBE_STRUCT(ByNumber, (), (counter, number))
BOOST_DESCRIBE_STRUCT(Finish, (), (counter, outcome))
BOOST_DESCRIBE_STRUCT(Prepare, (), (counter, count))

}  // namespace

Read parseOpenCounter(const Object& given) {
    return read<Opening>(given, [](Opening a) { return queue::OpenCounter{a.counter, std::move(a.clerk)}; });
}

Read parsePause(const Object& given) {
    return read<Pause>(given, [](Pause a) { return queue::PauseCounter{a.counter, std::move(a.reason)}; });
}

Read parseCall(const Object& given) {
    return read<ByNumber>(given, [](ByNumber a) {
        return queue::CallNumber{a.counter, std::move(a.number)};
    });
}

Read parseFinish(const Object& given) {
    return read<Finish>(given, [](Finish a) { return queue::FinishTicket{a.counter, std::move(a.outcome)}; });
}

Read parsePrepare(const Object& given) {
    return read<Prepare>(given, [](Prepare a) {
        queue::PrepareTickets command;
        command.counter = a.counter;
        command.count = a.count.value_or(command.count);
        return command;
    });
}

}  // namespace luot::server::api::arguments
