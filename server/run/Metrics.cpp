#include <fmt/format.h>

#include "server/run/App.hpp"

namespace luot::server::run {

/// Prometheus text format 0.0.4; names end in their unit.
std::string App::metrics() const {
    std::string text;
    const auto put = [&](std::string_view name, std::string_view type, std::string_view help, auto value) {
        text +=
            fmt::format("# HELP luot_{0} {1}\n# TYPE luot_{0} {2}\nluot_{0} {3}\n", name, help, type, value);
    };
    const auto& standing = pump_.standing();
    put("journal_seq", "counter", "Sequence number of the newest event.", standing.seq);
    put("commits_total", "counter", "Commits of the journal since the start.", pump_.commits());
    put("commit_failures_total", "counter", "Commits that failed.", pump_.failures());
    put("refusals_total", "counter", "Commands that the rules refused.", pump_.refusals());
    put("commands_pending", "gauge", "Commands that wait for the pump.", pump_.pending());
    put("writable", "gauge", "1 while the journal can be written.", pump_.writable() ? 1 : 0);
    put("hall_open", "gauge", "1 while the day is open.", standing.hall.open ? 1 : 0);
    put("tickets_waiting", "gauge", "Tickets that wait.", standing.hall.waiting());
    put("tickets_served_today", "gauge", "Tickets finished today.", standing.board.served);
    put("stream_listeners", "gauge", "Clients that follow the feed.", feed_.listeners());
    put("stream_deliveries_total", "counter", "Events handed to clients.", feed_.deliveries());
    put("page_followers", "gauge", "Ticket pages that are open.", followers_.size());
    put("sessions", "gauge", "Connections.", listener_ ? listener_->sessions() : 0);
    put("devices_lost", "gauge", "Devices that have gone and not come back.", devices_.lost());
    return text;
}

}  // namespace luot::server::run
