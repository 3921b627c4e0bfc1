#pragma once

#include <filesystem>
#include <memory>

#include "dispenser/offline/Store.hpp"
#include "journal/Journal.hpp"

namespace luot::dispenser::offline {

/// The kiosk's disk by the journal library: the same promise as the server's own record.
class JournalStore final : public Store {
public:
    /// Makes the folder when it is missing. storage: another program has it, or the disk fails.
    static base::Result<std::unique_ptr<JournalStore>> open(const std::filesystem::path& folder);

    const std::string& id() const override { return journal_->identity().feed; }
    base::Result<> keep(const std::vector<Note>& notes) override;
    base::Result<std::vector<Note>> since(const std::string& name) override;

private:
    explicit JournalStore(std::unique_ptr<journal::Journal> journal) : journal_(std::move(journal)) {}

    std::unique_ptr<journal::Journal> journal_;
};

}  // namespace luot::dispenser::offline
