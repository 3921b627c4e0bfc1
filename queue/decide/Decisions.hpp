#pragma once

#include <boost/describe/enum_to_string.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/Result.hpp"
#include "base/json/Json.hpp"
#include "queue/Decide.hpp"

/// The rule of each command, for Decide.cpp alone. A command's checks go from the sender's mistakes (a wrong
/// argument, a thing that does not exist) to what the state forbids.
namespace luot::queue {

using Decision = base::Result<std::vector<Event>, Refusal>;
template <class T>
using Checked = base::Result<T, Refusal>;

Decision decide(const Hall& hall, const OpenDay& command, Instant now);
Decision decide(const Hall& hall, const CloseDay& command, Instant now);
Decision decide(const Hall& hall, const TimePassed& command, Instant now);
Decision decide(const Hall& hall, const ChangeSettings& command, Instant now);

Decision decide(const Hall& hall, const OpenCounter& command, Instant now);
Decision decide(const Hall& hall, const PauseCounter& command, Instant now);
Decision decide(const Hall& hall, const ResumeCounter& command, Instant now);
Decision decide(const Hall& hall, const CloseCounter& command, Instant now);

Decision decide(const Hall& hall, const CallNext& command, Instant now);
Decision decide(const Hall& hall, const CallNumber& command, Instant now);
Decision decide(const Hall& hall, const Recall& command, Instant now);
Decision decide(const Hall& hall, const StartService& command, Instant now);
Decision decide(const Hall& hall, const FinishTicket& command, Instant now);
Decision decide(const Hall& hall, const MissTicket& command, Instant now);
Decision decide(const Hall& hall, const HoldTicket& command, Instant now);
Decision decide(const Hall& hall, const UndoCall& command, Instant now);

Decision decide(const Hall& hall, const IssueTicket& command, Instant now);
Decision decide(const Hall& hall, const ReturnTicket& command, Instant now);
Decision decide(const Hall& hall, const TransferTicket& command, Instant now);
Decision decide(const Hall& hall, const CancelTicket& command, Instant now);
Decision decide(const Hall& hall, const ChangePriority& command, Instant now);
Decision decide(const Hall& hall, const RecordPrint& command, Instant now);
Decision decide(const Hall& hall, const ReprintTicket& command, Instant now);

Decision decide(const Hall& hall, const RecordShown& command, Instant now);
Decision decide(const Hall& hall, const RecordDeviceLost& command, Instant now);
Decision decide(const Hall& hall, const RecordDeviceBack& command, Instant now);
Decision decide(const Hall& hall, const ReportPrinter& command, Instant now);
Decision decide(const Hall& hall, const RecordToken& command, Instant now);
Decision decide(const Hall& hall, const RecordClockJump& command, Instant now);
Decision decide(const Hall& hall, const RecordRestart& command, Instant now);
Decision decide(const Hall& hall, const RecordRecovery& command, Instant now);
Decision decide(const Hall& hall, const RecordBackup& command, Instant now);
Decision decide(const Hall& hall, const RecordBackupFailure& command, Instant now);

Decision decide(const Hall& hall, const ChangeMap& command, Instant now);
Decision decide(const Hall& hall, const PrepareTickets& command, Instant now);
Decision decide(const Hall& hall, const CallRange& command, Instant now);
Decision decide(const Hall& hall, const AddPaperTickets& command, Instant now);
Decision decide(const Hall& hall, const ChangeDossiers& command, Instant now);
Decision decide(const Hall& hall, const ImportAppointments& command, Instant now);

Decision decide(const Hall& hall, const BeginSeries& command, Instant now);
Decision decide(const Hall& hall, const RecordSeriesRefusal& command, Instant now);
Decision decide(const Hall& hall, const MergeOfflineTickets& command, Instant now);
Decision decide(const Hall& hall, const SettleCounter& command, Instant now);

std::vector<WrongElement> wrongElements(const Hall& hall, const ChangeMap& command, Instant now);
std::vector<WrongElement> wrongElements(const Hall& hall, const ImportAppointments& command, Instant now);

/// Dossiers of one ticket.
constexpr int mostDossiers = 999;

inline tl::unexpected<Refusal> refuse(RefusalCode code, std::string subject = {}, std::string detail = {}) {
    return tl::unexpected(Refusal{code, std::move(subject), std::move(detail)});
}

/// One event and no copy of it.
template <class Fact>
Decision happens(Fact&& fact) {
    std::vector<Event> events;
    events.emplace_back(std::forward<Fact>(fact));
    return events;
}

inline Decision nothingHappens() { return std::vector<Event>{}; }

/// The state's word on the wire: "no_show".
template <class State>
std::string word(State state) {
    return base::json::snakeCase(boost::describe::enum_to_string(state, ""));
}

/// A ticket of today that has not left. Refused: unknownTicket, or wrongState when it has left.
Checked<const Ticket*> livingTicket(const Hall& hall, const std::string& id);

/// With no clerk and no reason for a pause.
Counter closedCounter(int number);

inline tl::unexpected<Refusal> wrongState(const Ticket& ticket) {
    return refuse(RefusalCode::wrongState, ticket.number, word(ticket.state));
}

}  // namespace luot::queue
