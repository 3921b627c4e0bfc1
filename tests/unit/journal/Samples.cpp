#include "Samples.hpp"

#include <SQLiteCpp/Database.h>
#include <stdlib.h>

#include "base/Hash.hpp"
#include "base/Time.hpp"

namespace luot::journal::test {

TempFolder::TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "luot-journal-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    root_ = name;
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
}

std::unique_ptr<Journal> openServer(const TempFolder& folder) {
    return got(openSqliteJournal(folder.path(), Access::server));
}

Instant at(int seconds) {
    using namespace std::chrono;
    return base::instantAt(2026y / November / 23, 7h + 30min) + std::chrono::seconds(seconds);
}

Fact fact(const std::string& name, const std::string& subject, int seconds) {
    return {at(seconds),           "Quầy 1", "counter", "cmd-" + std::to_string(seconds), subject, name,
            R"({"number":"A001"})"};
}

Answer answer(const std::string& key, int seconds) {
    return {"token-1", key, base::hex(base::sha256(key)), 201, R"({"number":"A001"})", at(seconds)};
}

Visit visit(const std::string& ticket, int day) {
    using namespace std::chrono;
    Visit visit;
    visit.ticket = ticket;
    visit.day = 2026y / November / std::chrono::day(static_cast<unsigned>(day));
    visit.number = "A001";
    visit.service = "chung-thuc";
    visit.state = "finished";
    visit.priority = true;
    visit.counter = 3;
    visit.clerk = "Lan";
    visit.outcome = "done";
    visit.issuedAt = at(0);
    visit.calledAt = at(60);
    visit.startedAt = at(70);
    visit.endedAt = at(300);
    visit.waitedS = 55;
    return visit;
}

Token token(const std::string& id) {
    return {id, base::hex(base::sha256(id)), "display", "Màn hình " + id, std::nullopt, at(0)};
}

Batch tickets(int first, int count) {
    Batch batch;
    for (int number = first; number < first + count; ++number)
        batch.facts.push_back(fact("ticket_issued", "t" + std::to_string(number), number));
    return batch;
}

Projector projector() {
    return [](const Row& row) -> base::Result<VisitChange> {
        if (row.fact.name == "ticket_finished") return VisitChange{visit(row.fact.subject), std::nullopt};
        if (row.fact.name == "ticket_returned") return VisitChange{std::nullopt, row.fact.subject};
        if (row.fact.name == "nonsense")
            return base::fail(base::Fault::invalidInput, "there is no event 'nonsense'");
        return VisitChange{};
    };
}

Batch projected(const Fact& fact) {
    Batch batch;
    batch.facts.push_back(fact);
    batch.change(got(projector()(Row{0, fact, {}})));
    return batch;
}

void tamper(const TempFolder& folder, const std::string& sql) {
    SQLite::Database database(folder.path() + "/journal.db", SQLite::OPEN_READWRITE, 2000);
    database.exec(sql);
}

std::vector<Finding> findingsIn(const TempFolder& folder) { return got(verify(folder.path(), projector())); }

std::string text(const std::vector<Finding>& findings) {
    std::string lines;
    for (const auto& finding : findings) lines += std::to_string(finding.seq) + ": " + finding.what + "\n";
    return lines;
}

}  // namespace luot::journal::test
