#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "journal/SqliteJournal.hpp"

namespace luot::journal::test {

/// A folder on the disk that goes with the test.
class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    std::string path() const { return root_ + "/data"; }
    std::string file(const std::string& name) const { return root_ + "/" + name; }

private:
    std::string root_;
};

/// The value of a result that must be one.
template <class T>
T got(base::Result<T> result) {
    if (!result) {
        ADD_FAILURE() << result.error().what;
        throw std::runtime_error(result.error().what);
    }
    return std::move(*result);
}
inline void done(const base::Result<>& result) { ASSERT_TRUE(result) << result.error().what; }

std::unique_ptr<Journal> openServer(const TempFolder& folder);

/// 07:30 of the day in the centre's zone and so many seconds.
Instant at(int seconds);

Fact fact(const std::string& name, const std::string& subject = "", int seconds = 0);
Answer answer(const std::string& key, int seconds = 0);
Visit visit(const std::string& ticket, int day = 23);
Token token(const std::string& id);

/// A batch of so many ticket events of tickets "t<first>", "t<first+1>", ...
Batch tickets(int first, int count);

/// "ticket_finished" makes a visit of its subject, "ticket_returned" undoes it.
Projector projector();
/// The batch of a fact and what the projector makes of it.
Batch projected(const Fact& fact);

/// What any program with SQLite can do to the file.
void tamper(const TempFolder& folder, const std::string& sql);

std::vector<Finding> findingsIn(const TempFolder& folder);
/// All findings as lines, for messages.
std::string text(const std::vector<Finding>& findings);

}  // namespace luot::journal::test
