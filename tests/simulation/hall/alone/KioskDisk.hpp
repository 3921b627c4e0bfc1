#pragma once

#include <functional>

#include "dispenser/offline/Store.hpp"

namespace luot::simulation {

/// What lies on a kiosk's disk: it outlives every run of the kiosk, unless the disk itself breaks.
struct KioskMedium {
    std::string id;
    std::vector<dispenser::offline::Note> notes;
    bool failsNext = false;    ///< the next write is reported as failed ...
    bool landsAnyway = false;  ///< ... and is there after all
};

/// The kiosk's store on a medium: as durable as that lives.
class KioskDisk : public dispenser::offline::Store {
public:
    explicit KioskDisk(KioskMedium& medium) : medium_(medium) {}

    const std::string& id() const override { return medium_.id; }
    base::Result<> keep(const std::vector<dispenser::offline::Note>& notes) override;
    base::Result<std::vector<dispenser::offline::Note>> since(const std::string& name) override;

protected:
    KioskMedium& medium() { return medium_; }

private:
    KioskMedium& medium_;
};

}  // namespace luot::simulation
