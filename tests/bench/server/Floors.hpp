#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

#include "Connection.hpp"
#include "Server.hpp"

namespace luot::bench {

/// What one issued ticket left in the server's journal: its event, its kept answer and the journal's new end.
struct TicketRows {
    std::vector<std::string> event;
    std::string hash;
    std::vector<std::string> answer;
    std::string end;
};

/// The newest tickets of the journal in that folder, which a server may be using.
std::vector<TicketRows> ticketRowsIn(const BenchFolder& folder, int count);

/// The floor of a durable ticket: the same rows into the same tables in one transaction of plain SQLite, WAL,
/// synchronous=FULL.
class BareCommit {
public:
    BareCommit(const BenchFolder& folder, std::vector<TicketRows> rows);
    void once();

private:
    static void insert(SQLite::Statement& statement, const std::vector<std::string>& texts);

    std::vector<TicketRows> rows_;
    std::size_t next_ = 0;
    SQLite::Database database_;
    SQLite::Statement begin_, event_, answer_, end_, commit_;
};

/// A child process with one open port; killed with the object.
class FloorProcess {
public:
    /// Echo: for every `requestBytes` that come, `replyBytes` go back.
    static FloorProcess echo(std::size_t requestBytes, std::size_t replyBytes);
    /// Raw send loop: takes `sockets` connections; for every byte that comes on the first of them it sends
    /// `payload` to all others, one send each.
    static FloorProcess sendLoop(std::size_t sockets, std::string payload);

    FloorProcess(FloorProcess&& other) noexcept;
    FloorProcess& operator=(FloorProcess&&) = delete;
    ~FloorProcess();
    std::uint16_t port() const { return port_; }
    pid_t pid() const { return pid_; }

private:
    template <class Body>
    explicit FloorProcess(Body body);
    pid_t pid_ = -1;
    std::uint16_t port_ = 0;
};

}  // namespace luot::bench
