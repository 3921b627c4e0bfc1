#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "base/json/Json.hpp"

namespace luot::faults {

/// What the checker found wrong; all zero is the promise kept.
struct Verdict {
    int tickets = 0;  ///< acknowledged
    int calls = 0;    ///< acknowledged
    int lost = 0;     ///< acknowledged or told, and not in the record
    int doubled = 0;  ///< a number twice, or two tickets for one press
    int calledTwice = 0;
    int otherAnswers = 0;            ///< a repeat was answered in another way
    std::vector<std::string> words;  ///< the first few in words

    bool kept() const { return lost + doubled + calledTwice + otherAnswers == 0; }
    void add(const Verdict& other);
    std::string text() const;
};

/// The independent checker: keeps what the server acknowledged and told, on its own, and compares it with the
/// record that the server has after its death. Knows nothing of the server's insides; any thread may write to
/// it.
class Ledger {
public:
    /// An answer 201 to a press. `place`: how far the record of calls was when it came (0: not kept).
    void issued(const std::string& key, const std::string& ticket, const std::string& number,
                std::uint64_t place = 0);
    /// An answer to call-next with a ticket.
    void called(const std::string& ticket, int counter, std::uint64_t place = 0);
    /// A frame of the feed: what has been told is as good as acknowledged.
    void told(std::int64_t seq, const base::json::Object& event);
    /// A press that nobody answered; it may have happened. Answered when issued() comes with its key.
    void pressed(const std::string& key);

    /// Takes rows of the record, oldest first, each once.
    void read(const base::json::Value& events);
    std::int64_t lastRead() const { return lastRead_; }
    /// Compares. All that was acknowledged up to `place` must be there; by default all. `settled`: every
    /// press has been answered by now, so that no ticket may stand in the record that nobody holds.
    Verdict check(bool settled, std::uint64_t place = UINT64_MAX);
    /// A new reading of the record, from its first row.
    void readAnew();
    /// Forgets what only the record said, for a record that was restored.
    void expectLoss() { tellings_.clear(); }

private:
    struct Issued {
        std::string ticket;
        std::string number;
        std::uint64_t place = 0;
    };
    struct Called {
        std::string ticket;
        int counter = 0;
        std::uint64_t place = 0;
    };
    void complain(int& count, std::string words);
    void compareIssued(bool settled, std::uint64_t place);
    void compareCalled(std::uint64_t place);
    void readRow(const base::json::Object& row);

    std::mutex mutex_;
    std::map<std::string, Issued> issued_;  ///< by key
    std::set<std::string> open_;            ///< keys of presses without an answer
    std::vector<Called> called_;
    std::map<std::int64_t, std::string> tellings_;  ///< name and ticket of each event told

    std::int64_t lastRead_ = 0;
    std::map<std::string, std::string> numberOf_;      ///< by ticket, as the record has it
    std::map<std::string, int> holders_;               ///< tickets of a number
    std::map<std::string, std::vector<int>> callsOf_;  ///< counters that called a ticket
    std::map<std::int64_t, std::string> rows_;         ///< as tellings_

    Verdict found_;
};

}  // namespace luot::faults
