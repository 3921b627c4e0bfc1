#include "queue/decide/Decisions.hpp"

namespace luot::queue {

Decision decide(const Hall&, const RecordRestart& command, Instant) { return happens(command.fact); }

Decision decide(const Hall&, const RecordRecovery& command, Instant) { return happens(command.fact); }

Decision decide(const Hall&, const RecordBackup& command, Instant) { return happens(command.fact); }

Decision decide(const Hall&, const RecordBackupFailure& command, Instant) { return happens(command.fact); }

}  // namespace luot::queue
