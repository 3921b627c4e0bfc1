#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/Result.hpp"
#include "base/Time.hpp"

/// The durable record of what happened. Knows names and JSON texts, no rules.
namespace luot::journal {

using base::Instant;
using base::Result;

/// One thing that happened, as the caller hands it in.
struct Fact {
    Instant at{};
    std::string actor;      ///< name of the token that asked; "server" for what time brought
    std::string device;     ///< role of that token
    std::string commandId;  ///< id of the command it came from; empty: none
    std::string subject;    ///< ticket it belongs to, for its history; empty: none
    std::string name;       ///< "ticket_called"
    std::string data;       ///< JSON object
};

/// A fact with its place in the record.
struct Row {
    std::int64_t seq = 0;  ///< 1, 2, 3, ... without gaps
    Fact fact;
    std::string hash;  ///< hex SHA-256 of the previous row's hash with this row's content
};

/// What a command was answered, kept so that the same id gets the same answer again.
struct Answer {
    std::string token;  ///< id of the token; ids of different tokens never meet
    std::string key;
    std::string request;  ///< hash of what was asked, to tell a repeat from a misuse
    int status = 0;
    std::string body;
    Instant at{};
};

/// A ticket that left the hall: one row of the table that reports are made from. A projection of the facts.
struct Visit {
    std::string ticket;
    base::Date day{};
    std::string number;
    std::string service;
    std::string state;  ///< finished, no_show, cancelled, expired
    bool priority = false;
    std::optional<int> counter;
    std::string clerk;
    std::string outcome;
    Instant issuedAt{};
    std::optional<Instant> calledAt;
    std::optional<Instant> startedAt;
    Instant endedAt{};
    std::optional<int> waitedS;  ///< until the first call, without the gaps between sessions

    bool operator==(const Visit&) const = default;
};

/// What one row changes in the table of visits.
struct VisitChange {
    std::optional<Visit> visit;
    std::optional<std::string> undone;
};

/// All that one commit writes: everything or nothing of it.
struct Batch {
    std::vector<Fact> facts;
    std::vector<Answer> answers;
    std::vector<Visit> visits;              ///< replace the row of the same ticket
    std::vector<std::string> visitsUndone;  ///< tickets that came back to the hall: their rows go

    /// Adds what a fact changes; a ticket that leaves and comes back within one batch stands as it stood
    /// last.
    void change(VisitChange change);
    bool empty() const { return facts.empty() && answers.empty() && visits.empty() && visitsUndone.empty(); }
};

/// An access token; the secret itself is never kept.
struct Token {
    std::string id;
    std::string secretHash;  ///< hex SHA-256 of the secret
    std::string role;
    std::string name;
    std::optional<int> counter;
    Instant madeAt{};
};

/// What the folder says of itself.
struct Identity {
    std::string feed;        ///< renewed by a restore
    std::string secretKey;   ///< for tracking secrets; stands in no event
    bool simulated = false;  ///< its days ran on a simulated clock
};

/// Port of the record. Every call may block on the disk: call it on the database thread only.
/// Errors are Fault::storage with a sentence that says what to do.
class Journal {
public:
    virtual ~Journal() = default;

    virtual const Identity& identity() const = 0;
    /// Sequence number of the newest row; 0 when empty.
    virtual std::int64_t lastSeq() const = 0;
    virtual std::optional<Instant> lastInstant() const = 0;
    /// Whether the server before this one came to no proper end: power cut, kill or crash.
    virtual bool wasCutOff() const = 0;

    /// Marks the days as simulated or real; invalidInput when the folder holds days of the other kind.
    virtual Result<> markSimulated(bool simulated) = 0;

    /// Writes the batch in one durable commit; when it returns a value all is on disk.
    /// Returns the sequence number of the first fact. After an error nothing was acknowledged, and what the
    /// record holds is known only after the next call that succeeds (probe, read): then `lastSeq` tells, and
    /// rows that the caller has not seen are facts like any other (a sync that failed after its bytes had
    /// arrived). So read on from there.
    virtual Result<std::int64_t> append(const Batch& batch) = 0;

    /// Rows with seq > `since`, oldest first, at most `limit`.
    virtual Result<std::vector<Row>> read(std::int64_t since, std::size_t limit) = 0;
    /// The newest row with that name whose seq is at most `upTo`.
    virtual Result<std::optional<Row>> lastNamed(std::string_view name, std::int64_t upTo) = 0;
    /// All rows of one ticket, oldest first.
    virtual Result<std::vector<Row>> history(std::string_view subject) = 0;

    /// Rows about the machines and not the queue, of those hours, oldest first: devices, printers, clock,
    /// restarts, storage, backups.
    virtual Result<std::vector<Row>> incidents(Instant from, Instant to) = 0;

    /// Answers given since `from`; older ones are forgotten.
    virtual Result<std::vector<Answer>> answersSince(Instant from) = 0;

    virtual Result<std::vector<Visit>> visits(base::Date from, base::Date to) = 0;

    virtual Result<> addToken(const Token& token) = 0;
    virtual Result<std::vector<Token>> tokens() = 0;
    /// Tokens that were made beside the running server and are in no event yet; each is returned once.
    virtual Result<std::vector<Token>> takeUnannouncedTokens() = 0;

    /// Whether a write would be possible now: tries one and rolls nothing back but itself.
    virtual Result<> probe() = 0;
};

/// Maps a fact to the projection rows it changes; the server hands it to verify and rebuild.
using Projector = std::function<Result<VisitChange>(const Row&)>;

}  // namespace luot::journal
