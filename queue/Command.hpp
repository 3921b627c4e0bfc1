#pragma once

#include <variant>

#include "queue/command/Calling.hpp"
#include "queue/command/Counter.hpp"
#include "queue/command/Day.hpp"
#include "queue/command/Devices.hpp"
#include "queue/command/Tickets.hpp"

namespace luot::queue {

/// Whatever may be asked of a hall. Imperative; decide() answers with events or a refusal.
using Command = std::variant<OpenDay, CloseDay, TimePassed, ChangeSettings, OpenCounter, PauseCounter,
                             ResumeCounter, CloseCounter, CallNext, CallNumber, Recall, StartService,
                             FinishTicket, MissTicket, HoldTicket, UndoCall, IssueTicket, ReturnTicket,
                             TransferTicket, CancelTicket, ChangePriority, RecordPrint, ReprintTicket,
                             RecordShown, RecordDeviceLost, RecordDeviceBack, RecordToken, RecordClockJump>;

}  // namespace luot::queue
