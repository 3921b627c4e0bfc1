#include "tests/property/queue/RandomDay.hpp"

namespace luot::queue::test {

namespace {

constexpr int counters[] = {1, 2, 3, 9};

Command ticketCommand(const Step& step, const std::string& id, const std::string& service, int counter) {
    switch (step.kind) {
        case 20:
            return TransferTicket{id, service, std::nullopt};
        case 21:
            return TransferTicket{id, std::nullopt, counter};
        case 22:
            return CancelTicket{id};
        case 23:
        case 24:
            return ChangePriority{id, step.other % 2 == 0, "reason"};
        case 25:
            return RecordPrint{id, PrintOutcome::confirmed};
        case 26:
            return ReprintTicket{id};
        default:
            return ReturnTicket{id};
    }
}

Command dayCommand(const Step& step, int counter) {
    switch (step.kind) {
        case 30:
            return OpenCounter{counter, "clerk " + std::to_string(counter)};
        case 31:
            return PauseCounter{counter, "meal"};
        case 32:
            return ResumeCounter{counter};
        case 33:
            return CloseCounter{counter};
        case 34:
            return step.other == 0 ? Command(CloseDay{}) : Command(OpenCounter{counter, std::nullopt});
        case 35:
            return OpenDay{};
        case 36:
            return RecordShown{"hall", step.other, true, false};
        case 37: {
            auto rules = smallCentre();
            rules.order.priority.callsInARow = step.other;
            rules.calling.lateReturnBehind = step.which % 4;
            if (step.which % 3 == 0) rules.counters.pop_back();
            return ChangeSettings{std::move(rules)};
        }
        default:
            return TimePassed{};
    }
}

Command counterCommand(const Step& step, int counter) {
    switch (step.kind) {
        case 14:
            return Recall{counter};
        case 15:
            return StartService{counter};
        case 16:
            return FinishTicket{counter, std::nullopt};
        case 17:
            return MissTicket{counter};
        case 18:
            return HoldTicket{counter};
        case 19:
            return UndoCall{counter};
        default:
            return CallNext{counter};
    }
}

/// An appointment with which nobody has come.
std::optional<std::string> anyAppointment(const Hall& hall) {
    for (const auto& [id, appointment] : hall.appointments)
        if (!appointment.ticket) return id;
    return std::nullopt;
}

Command issueInLane(const Step& step, IssueTicket issue, const Hall& hall) {
    static const std::string lanes[]{"supplement", "late_result", "results", "bulk"};
    if (step.kind == 41) {
        issue.appointment = anyAppointment(hall);
        return issue;
    }
    issue.lane = lanes[step.which % 4];
    issue.dossiers = 1 + step.which % 9;
    return issue;
}

Command lessUsualCommand(const Step& step, const std::string& service, int counter, Instant now) {
    const auto name = std::to_string(now.time_since_epoch().count());
    MapChange map;
    map.counters.push_back({1, {{"a", 1}}, std::nullopt, std::nullopt});
    if (service != "a") map.counters[0].services.push_back({service, 1 + step.which % 3});
    switch (step.kind) {
        case 42:
        case 43:
            return ImportAppointments{
                {{"ap" + name, service, now + std::chrono::minutes(step.which), "", {}}}};
        case 44:
            return AddPaperTickets{
                service, {{"paper" + name, "P" + name, now - std::chrono::seconds(step.which * 10)}}};
        case 46:
            return ChangeMap{map};
        case 47:
            return ChangeMap{map, base::nextDay(base::dateOf(now))};
        case 48:
            return PrepareTickets{counter, 1 + step.which % 5};
        default:
            return CallRange{service, 1 + step.which % 5, "B"};
    }
}

}  // namespace

Command RandomDay::commandOf(const Step& step) const {
    const int counter = counters[step.which % 4];
    const std::string service(1, static_cast<char>('a' + step.other % 3));
    auto issue = issueOf(service, "id" + std::to_string(hall.journal.size()));
    issue.priority = step.which % 4 == 0;
    if (step.kind == 40 || step.kind == 41) return issueInLane(step, issue, hall.state);
    if (step.kind < 8 || ids.empty()) return issue;
    const auto& id = ids[static_cast<std::size_t>(step.which) % ids.size()];
    if (step.kind == 13) return CallNumber{counters[step.other % 4], numbers.at(id)};
    if (step.kind < 20) return counterCommand(step, counter);
    if (step.kind < 30) return ticketCommand(step, id, service, counters[step.other % 4]);
    if (step.kind < 40) return dayCommand(step, counter);
    if (step.kind == 45) return ChangeDossiers{id, 1 + step.other, std::nullopt};
    return lessUsualCommand(step, service, counter, hall.now);
}

std::vector<Event> RandomDay::take(const Step& step) {
    hall.pass(std::chrono::seconds(step.seconds));
    auto decision = hall.give(commandOf(step));
    if (!decision) return {};
    for (const auto& event : *decision) {
        const auto* opened = std::get_if<DayOpened>(&event);
        if (opened && hall.state.ended.empty() && hall.state.tickets.empty()) {
            ids.clear();
            numbers.clear();
        }
        if (const auto* issued = std::get_if<TicketIssued>(&event)) {
            ids.push_back(issued->ticket.id);
            numbers[issued->ticket.id] = issued->ticket.number;
        }
    }
    return *decision;
}

rc::Gen<std::vector<Step>> anyDay() {
    const auto step = rc::gen::build<Step>(rc::gen::set(&Step::kind, rc::gen::inRange(0, RandomDay::kinds)),
                                           rc::gen::set(&Step::which, rc::gen::inRange(0, 200)),
                                           rc::gen::set(&Step::other, rc::gen::inRange(0, 12)),
                                           rc::gen::set(&Step::seconds, rc::gen::inRange(0, 90)));
    return rc::gen::scale(3.0, rc::gen::container<std::vector<Step>>(step));
}

}  // namespace luot::queue::test
