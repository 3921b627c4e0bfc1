#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>

#include "Samples.hpp"

namespace luot::journal::test {

/// One side of the port, for the suite that every side must pass. A new side adds itself with
/// INSTANTIATE_TEST_SUITE_P(Name, JournalContract, testing::Values(JournalSide{...})).
struct JournalSide {
    std::string name;
    /// Opens the record that the folder stands for, as its one writer; again with the same folder: after a
    /// restart.
    std::function<base::Result<std::unique_ptr<Journal>>(const std::string& folder)> open;
};

class JournalContract : public testing::TestWithParam<JournalSide> {
protected:
    JournalContract() { restart(); }
    void restart() {
        journal_.reset();
        journal_ = got(GetParam().open(folder_.path()));
    }
    Journal& journal() { return *journal_; }
    std::int64_t append(const Batch& batch) { return got(journal_->append(batch)); }
    std::vector<Row> rows(std::int64_t since = 0, std::size_t limit = 1000) {
        return got(journal_->read(since, limit));
    }

private:
    TempFolder folder_;
    std::unique_ptr<Journal> journal_;
};

}  // namespace luot::journal::test
