#pragma once

#include <SQLiteCpp/Database.h>

#include "journal/Chain.hpp"
#include "journal/upkeep/Findings.hpp"

namespace luot::journal::upkeep {

/// Walks along the rows and says which of them is not linked to the one before it.
class ChainCheck {
public:
    explicit ChainCheck(Findings& findings) : findings_(findings) {}

    void see(const Row& row, const base::Sha256& stored);
    /// `storedEnd`: where the last commit says that the chain ends.
    void finish(const std::string& storedEnd);

private:
    void checkHash(const Row& row, const base::Sha256& stored);

    Findings& findings_;
    ChainEnd end_;               ///< of the rows as they are stored
    base::Sha256 recomputed_{};  ///< of the row before by its content, when its stored hash is another one
};

/// The chain alone, and the file's own consistency. Throws SQLite::Exception.
void checkFile(SQLite::Database& database, Findings& findings);
void checkChain(SQLite::Database& database, Findings& findings);

}  // namespace luot::journal::upkeep
