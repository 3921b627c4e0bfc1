#include "Floors.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace luot::bench {

namespace {

std::vector<std::string> textsOf(const SQLite::Statement& query, int from, int to) {
    std::vector<std::string> texts;
    for (int column = from; column < to; ++column) texts.push_back(query.getColumn(column).getString());
    return texts;
}

/// With the tables of that journal, and what its `meta` holds.
SQLite::Database plainDatabase(const std::string& path, const std::string& journal) {
    SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
    SQLite::Database source(journal, SQLite::OPEN_READONLY);
    SQLite::Statement tables(source, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid");
    while (tables.executeStep()) database.exec(tables.getColumn(0).getString());
    database.exec("INSERT INTO meta(key, value) VALUES ('head', '')");
    return database;
}

int listenSomewhere(std::uint16_t& port) {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener, generic, size) != 0 || ::listen(listener, 1024) != 0) giveUp("no port for a floor");
    ::getsockname(listener, generic, &size);
    port = ntohs(address.sin_port);
    return listener;
}

int acceptOne(int listener) {
    const int socket = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

void echoFor(int socket, std::size_t requestBytes, std::size_t replyBytes) {
    std::string request(requestBytes, 0);
    const std::string reply(replyBytes, 'x');
    while (::recv(socket, request.data(), request.size(), MSG_WAITALL) > 0)
        if (::send(socket, reply.data(), reply.size(), MSG_NOSIGNAL) < 0) return;
}

void sendLoopOver(int listener, std::size_t sockets, const std::string& payload) {
    const int trigger = acceptOne(listener);
    std::vector<int> others;
    while (others.size() < sockets) others.push_back(acceptOne(listener));
    for (char byte = 0; ::recv(trigger, &byte, 1, 0) == 1;)
        for (const int socket : others)
            if (::send(socket, payload.data(), payload.size(), MSG_NOSIGNAL) < 0) return;
}

}  // namespace

std::vector<TicketRows> ticketRowsIn(const BenchFolder& folder, int count) {
    SQLite::Database database(folder.file("data/journal.db"), SQLite::OPEN_READONLY);
    SQLite::Statement query(database,
                            "SELECT e.at, e.actor, e.device, e.command_id, e.subject, e.name, e.data, "
                            "a.token, a.key, a.request, a.status, a.body, a.at, e.hash, "
                            "e.seq || ' ' || lower(hex(e.hash)) FROM events e "
                            "JOIN answers a ON a.key = e.command_id WHERE e.name = 'ticket_issued' "
                            "ORDER BY e.seq DESC LIMIT ?");
    query.bind(1, count);
    std::vector<TicketRows> rows;
    while (query.executeStep())
        rows.push_back({textsOf(query, 0, 7), query.getColumn(13).getString(), textsOf(query, 7, 13),
                        query.getColumn(14).getString()});
    if (rows.empty()) giveUp("no tickets in the journal");
    return rows;
}

BareCommit::BareCommit(const BenchFolder& folder, std::vector<TicketRows> rows)
    : rows_(std::move(rows)),
      database_(plainDatabase(folder.file("plain.db"), folder.file("data/journal.db"))),
      begin_(database_, "BEGIN IMMEDIATE"),
      event_(database_, "INSERT INTO events VALUES(NULL, ?, ?, ?, ?, ?, ?, ?, ?)"),
      answer_(database_, "INSERT INTO answers VALUES(NULL, ?, ?, ?, ?, ?, ?)"),
      end_(database_, "UPDATE meta SET value = ? WHERE key = 'head'"),
      commit_(database_, "COMMIT") {}

void BareCommit::insert(SQLite::Statement& statement, const std::vector<std::string>& texts) {
    int column = 1;
    for (const auto& text : texts) statement.bindNoCopy(column++, text);
    statement.exec();
    statement.reset();
}

void BareCommit::once() {
    const auto& rows = rows_[next_++ % rows_.size()];
    begin_.exec();
    begin_.reset();
    event_.bindNoCopy(8, rows.hash.data(), static_cast<int>(rows.hash.size()));
    insert(event_, rows.event);
    insert(answer_, rows.answer);
    insert(end_, {rows.end});
    commit_.exec();
    commit_.reset();
}

template <class Body>
FloorProcess::FloorProcess(Body body) {
    const int listener = listenSomewhere(port_);
    pid_ = ::fork();
    if (pid_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        // The parent's connections end when the parent closes them.
        const int own = ::dup2(listener, 3);
        ::close_range(own + 1, ~0U, 0);
        body(own);
        ::_exit(0);
    }
    ::close(listener);
}

FloorProcess FloorProcess::echo(std::size_t requestBytes, std::size_t replyBytes) {
    return FloorProcess([=](int listener) { echoFor(acceptOne(listener), requestBytes, replyBytes); });
}

FloorProcess FloorProcess::sendLoop(std::size_t sockets, std::string payload) {
    return FloorProcess([=](int listener) { sendLoopOver(listener, sockets, payload); });
}

FloorProcess::FloorProcess(FloorProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), port_(other.port_) {}

FloorProcess::~FloorProcess() {
    if (pid_ < 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
}

}  // namespace luot::bench
