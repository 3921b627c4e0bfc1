#pragma once

#include <variant>

#include "queue/command/Alone.hpp"
#include "queue/command/Calling.hpp"
#include "queue/command/Counter.hpp"
#include "queue/command/Day.hpp"
#include "queue/command/Devices.hpp"
#include "queue/command/Tickets.hpp"
#include "queue/command/Upkeep.hpp"

namespace luot::queue {

/// Whatever may be asked of a hall. Imperative; decide() answers with events or a refusal.
using Command =
    std::variant<OpenDay, CloseDay, TimePassed, ChangeSettings, ChangeMap, OpenCounter, PauseCounter,
                 ResumeCounter, CloseCounter, CallNext, CallNumber, Recall, StartService, FinishTicket,
                 MissTicket, HoldTicket, UndoCall, PrepareTickets, CallRange, IssueTicket, AddPaperTickets,
                 ReturnTicket, TransferTicket, CancelTicket, ChangePriority, ChangeDossiers,
                 ImportAppointments, RecordPrint, ReprintTicket, RecordShown, RecordDeviceLost,
                 RecordDeviceBack, ReportPrinter, RecordToken, RecordClockJump, RecordRestart, RecordRecovery,
                 RecordBackup, RecordBackupFailure, BeginSeries, RecordSeriesRefusal, MergeOfflineTickets,
                 SettleCounter>;

}  // namespace luot::queue
