#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <variant>

#include "base/Result.hpp"
#include "base/json/Json.hpp"
#include "protocol/Hall.hpp"

/// The frames of the stream, one struct each; `type` is the struct's name in snake_case.
namespace luot::protocol {

constexpr int protocolVersion = 1;
constexpr std::size_t maxFrameBytes = 64 * 1024;

struct Problem {
    std::string type = "about:blank";
    std::string title;
    int status = 0;
    std::string detail;
    std::optional<std::string> detailVi;
    std::string code;
    bool operator==(const Problem&) const = default;
    static bool mayMiss(std::string_view name) { return name == "type" || name == "title"; }
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, detail, detailVi, code))

// From the client.
struct Hello {
    int protocol = protocolVersion;
    std::string role;
    std::optional<std::string> feed;
    std::optional<std::int64_t> since;
    std::optional<std::string> token;
};
struct CommandFrame {
    std::string id;
    std::string name;
    base::json::Object args;
    static bool mayMiss(std::string_view name) { return name == "args"; }
};
struct Shown {
    std::int64_t seq = 0;
    bool screen = false;
    bool spoken = false;
};
BOOST_DESCRIBE_STRUCT(Hello, (), (protocol, role, feed, since, token))
BOOST_DESCRIBE_STRUCT(CommandFrame, (), (id, name, args))
BOOST_DESCRIBE_STRUCT(Shown, (), (seq, screen, spoken))

// From the server.
struct Welcome {
    int protocol = protocolVersion;
    std::string feed;
    std::int64_t seq = 0;
    Instant now{};
    double clockSpeed = 1;
    static bool mayMiss(std::string_view name) { return name == "clock_speed"; }
};
struct Snapshot {
    std::int64_t seq = 0;
    int part = 1;
    int parts = 1;
    Hall hall;
};
struct EventFrame {
    std::int64_t seq = 0;
    Instant at{};
    std::string name;
    base::json::Object data;
};
struct Reply {
    std::string id;
    bool ok = false;
    std::optional<base::json::Value> result;
    std::optional<Problem> problem;
};
/// What of a service changes without an event.
struct ServiceStatus {
    std::string id;
    bool open = true;
    std::optional<Instant> opensAt;
    std::optional<Estimate> estimate;
    bool operator==(const ServiceStatus&) const = default;
};
/// What changes without an event: whether the server can write, and what the clock or all events together
/// bring.
struct Status {
    bool writable = true;
    bool givesTickets = false;
    std::optional<Instant> nextSession;
    std::optional<std::vector<ServiceStatus>> services = std::nullopt;  ///< all; none: an older server
    std::vector<Alert> alerts = {};
    std::optional<ClockFault> clockFault = std::nullopt;
    bool operator==(const Status&) const = default;
    static bool mayMiss(std::string_view name) { return name == "alerts"; }
};
BOOST_DESCRIBE_STRUCT(Welcome, (), (protocol, feed, seq, now, clockSpeed))
BOOST_DESCRIBE_STRUCT(Snapshot, (), (seq, part, parts, hall))
BOOST_DESCRIBE_STRUCT(EventFrame, (), (seq, at, name, data))
BOOST_DESCRIBE_STRUCT(Reply, (), (id, ok, result, problem))
BOOST_DESCRIBE_STRUCT(ServiceStatus, (), (id, open, opensAt, estimate))
BOOST_DESCRIBE_STRUCT(Status, (), (writable, givesTickets, nextSession, services, alerts, clockFault))

using ClientMessage = std::variant<Hello, CommandFrame, Shown>;
using ServerMessage = std::variant<Welcome, Snapshot, EventFrame, Reply, Status>;

/// Errors: invalidInput, naming what is wrong.
base::Result<ClientMessage> decodeClientMessage(std::string_view text);
base::Result<ServerMessage> decodeServerMessage(std::string_view text);
std::string encodeMessage(const ClientMessage& message);
std::string encodeMessage(const ServerMessage& message);
/// An event frame around `data` that is JSON text already: encoded once in the journal, spliced here.
std::string encodeEventFrame(std::int64_t seq, Instant at, std::string_view name, std::string_view data);

}  // namespace luot::protocol
