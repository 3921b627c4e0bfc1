#include "server/api/Arguments.hpp"

#include <boost/describe/class.hpp>

#include "base/Ids.hpp"

namespace luot::server::api {

namespace {

using base::json::Object;

// The wire's names and which of them may be missing; limits of meaning are the queue's.
struct Issue {
    std::string service;
    std::optional<std::string> procedure;
    std::optional<bool> priority;
    std::optional<std::string> lane;
    std::optional<std::string> language;
    std::optional<int> dossiers;
    std::optional<std::string> dossierCode;
};
struct TicketOnly {
    std::string ticket;
};
struct Priority {
    std::string ticket;
    bool granted = false;
    std::string reason;
};
struct Transfer {
    std::string ticket;
    std::optional<std::string> service;
    std::optional<int> counter;
};
struct Printed {
    std::string ticket;
    queue::PrintOutcome outcome = queue::PrintOutcome::unknown;
};
struct OpenCounter {
    int counter = 0;
    std::optional<std::string> clerk;
};
struct Pause {
    int counter = 0;
    std::string reason;
};
struct CallNumber {
    int counter = 0;
    std::string number;
};
struct Finish {
    int counter = 0;
    std::optional<std::string> outcome;
};
BOOST_DESCRIBE_STRUCT(Issue, (), (service, procedure, priority, lane, language, dossiers, dossierCode))
BOOST_DESCRIBE_STRUCT(TicketOnly, (), (ticket))
BOOST_DESCRIBE_STRUCT(Priority, (), (ticket, granted, reason))
BOOST_DESCRIBE_STRUCT(Transfer, (), (ticket, service, counter))
BOOST_DESCRIBE_STRUCT(Printed, (), (ticket, outcome))
BOOST_DESCRIBE_STRUCT(OpenCounter, (), (counter, clerk))
BOOST_DESCRIBE_STRUCT(Pause, (), (counter, reason))
BOOST_DESCRIBE_STRUCT(CallNumber, (), (counter, number))
BOOST_DESCRIBE_STRUCT(Finish, (), (counter, outcome))

constexpr std::size_t maxTextBytes = 200;

/// Free texts come from outside and end in the journal for good: a bound for each.
base::Result<> bounded(std::string_view name, const std::optional<std::string>& text) {
    if (!text || text->size() <= maxTextBytes) return {};
    return base::json::wrongMember(base::json::Path({}, name), "a text of at most 200 bytes");
}

template <class Arguments, class Make>
base::Result<queue::Command> read(const Object& given, Make make) {
    for (const auto& member : given)
        if (member.value().is_string())
            if (auto fits = bounded(member.key(), std::string(member.value().get_string())); !fits)
                return tl::unexpected(fits.error());
    return base::json::decode<Arguments>(given).map(
        [&](Arguments&& a) { return queue::Command(make(std::move(a))); });
}

}  // namespace

base::Result<queue::Command> parseIssue(const Object& given) {
    if (given.contains("appointment"))
        return base::json::wrongMember(base::json::Path({}, "appointment"),
                                       "left out: this centre takes none");
    return read<Issue>(given, [](Issue a) {
        queue::IssueTicket command;
        command.id = base::newId();
        command.service = std::move(a.service);
        command.procedure = std::move(a.procedure);
        command.priority = a.priority.value_or(false);
        command.lane = a.lane.value_or(command.lane);
        command.language = a.language.value_or(command.language);
        command.dossiers = a.dossiers.value_or(command.dossiers);
        command.dossierCode = std::move(a.dossierCode);
        return command;
    });
}

base::Result<queue::Command> parseCancel(const Object& given) {
    return read<TicketOnly>(given, [](TicketOnly a) { return queue::CancelTicket{std::move(a.ticket)}; });
}

base::Result<queue::Command> parsePriority(const Object& given) {
    return read<Priority>(given, [](Priority a) {
        return queue::ChangePriority{std::move(a.ticket), a.granted, std::move(a.reason)};
    });
}

base::Result<queue::Command> parseTransfer(const Object& given) {
    return read<Transfer>(given, [](Transfer a) {
        return queue::TransferTicket{std::move(a.ticket), std::move(a.service), a.counter};
    });
}

base::Result<queue::Command> parseReturn(const Object& given) {
    return read<TicketOnly>(given, [](TicketOnly a) { return queue::ReturnTicket{std::move(a.ticket)}; });
}

base::Result<queue::Command> parsePrinted(const Object& given) {
    return read<Printed>(given, [](Printed a) { return queue::RecordPrint{std::move(a.ticket), a.outcome}; });
}

base::Result<queue::Command> parseReprint(const Object& given) {
    return read<TicketOnly>(given, [](TicketOnly a) { return queue::ReprintTicket{std::move(a.ticket)}; });
}

base::Result<queue::Command> parseOpenCounter(const Object& given) {
    return read<OpenCounter>(given, [](OpenCounter a) {
        return queue::OpenCounter{a.counter, std::move(a.clerk)};
    });
}

base::Result<queue::Command> parsePause(const Object& given) {
    return read<Pause>(given, [](Pause a) { return queue::PauseCounter{a.counter, std::move(a.reason)}; });
}

base::Result<queue::Command> parseCall(const Object& given) {
    return read<CallNumber>(given, [](CallNumber a) {
        return queue::CallNumber{a.counter, std::move(a.number)};
    });
}

base::Result<queue::Command> parseFinish(const Object& given) {
    return read<Finish>(given, [](Finish a) { return queue::FinishTicket{a.counter, std::move(a.outcome)}; });
}

}  // namespace luot::server::api
