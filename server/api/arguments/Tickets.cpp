#include <boost/describe/class.hpp>

#include "base/Ids.hpp"
#include "server/api/arguments/Reading.hpp"

/// Commands of one ticket.
namespace luot::server::api::arguments {

namespace {

struct Issue {
    std::string service;
    std::optional<std::string> procedure;
    std::optional<bool> priority;
    std::optional<std::string> lane;
    std::optional<std::string> language;
    std::optional<int> dossiers;
    std::optional<std::string> dossierCode;
    std::optional<std::string> appointment;
    std::optional<int> counter;
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
struct Dossiers {
    std::string ticket;
    std::optional<int> dossiers;
    std::optional<std::string> dossierCode;
};
struct Printed {
    std::string ticket;
    queue::PrintOutcome outcome = queue::PrintOutcome::unknown;
    std::optional<queue::PrinterFault> fault;
};
struct Reprint {
    std::string ticket;
    std::optional<std::string> device;
};
struct Printer {
    std::optional<queue::PrinterFault> fault;
};
BOOST_DESCRIBE_STRUCT(Issue, (),
                      (service, procedure, priority, lane, language, dossiers, dossierCode, appointment,
                       counter))
BOOST_DESCRIBE_STRUCT(TicketOnly, (), (ticket))
BOOST_DESCRIBE_STRUCT(Priority, (), (ticket, granted, reason))
BOOST_DESCRIBE_STRUCT(Transfer, (), (ticket, service, counter))
BOOST_DESCRIBE_STRUCT(Dossiers, (), (ticket, dossiers, dossierCode))
BOOST_DESCRIBE_STRUCT(Printed, (), (ticket, outcome, fault))
BOOST_DESCRIBE_STRUCT(Reprint, (), (ticket, device))
BOOST_DESCRIBE_STRUCT(Printer, (), (fault))

}  // namespace

Read parseIssue(const Object& given) {
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
        command.appointment = std::move(a.appointment);
        command.counter = a.counter;
        return command;
    });
}

Read parseCancel(const Object& given) {
    return read<TicketOnly>(given, [](TicketOnly a) { return queue::CancelTicket{std::move(a.ticket)}; });
}

Read parsePriority(const Object& given) {
    return read<Priority>(given, [](Priority a) {
        return queue::ChangePriority{std::move(a.ticket), a.granted, std::move(a.reason)};
    });
}

Read parseTransfer(const Object& given) {
    return read<Transfer>(given, [](Transfer a) {
        return queue::TransferTicket{std::move(a.ticket), std::move(a.service), a.counter};
    });
}

Read parseReturn(const Object& given) {
    return read<TicketOnly>(given, [](TicketOnly a) { return queue::ReturnTicket{std::move(a.ticket)}; });
}

Read parseDossiers(const Object& given) {
    return read<Dossiers>(given, [](Dossiers a) {
        return queue::ChangeDossiers{std::move(a.ticket), a.dossiers, std::move(a.dossierCode)};
    });
}

Read parsePrinted(const Object& given) {
    return read<Printed>(given, [](Printed a) {
        return queue::RecordPrint{std::move(a.ticket), a.outcome, a.fault};
    });
}

Read parseReprint(const Object& given) {
    return read<Reprint>(given, [](Reprint a) {
        return queue::ReprintTicket{std::move(a.ticket), std::move(a.device)};
    });
}

/// Whose printer it is follows from the token.
Read parsePrinter(const Object& given) {
    return read<Printer>(given, [](Printer a) { return queue::ReportPrinter{"", a.fault}; });
}

}  // namespace luot::server::api::arguments
