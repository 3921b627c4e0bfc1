#pragma once

#include "queue/event/Upkeep.hpp"

namespace luot::queue {

/// What happened to the server itself, for the journal and for whoever has to mend it.
struct RecordRestart {
    ServerRestarted fact;
};
struct RecordRecovery {
    StorageRecovered fact;
};
struct RecordBackup {
    BackupMade fact;
};
struct RecordBackupFailure {
    BackupFailed fact;
};

}  // namespace luot::queue
