#include "simulator/check/Tally.hpp"

#include <cmath>

namespace luot::simulator::check {

namespace {

std::int64_t seconds(double value) { return std::llround(value); }

base::json::Object waitReport(const Spread& wait) {
    return {{"mean_s", seconds(wait.mean())},
            {"p50_s", seconds(wait.percentile(0.5))},
            {"p90_s", seconds(wait.percentile(0.9))},
            {"max_s", seconds(wait.most())}};
}

}  // namespace

void Tally::Count::add(std::string_view event, const protocol::Ticket& ticket, double pace) {
    if (event == "ticket_issued") {
        ++issued;
        if (ticket.priority) ++priority;
    } else if (event == "ticket_called") {
        if (ticket.calls > 1 || !ticket.calledAt) return;
        ++called;
        wait.add(std::chrono::duration<double>(*ticket.calledAt - ticket.issuedAt).count() * pace);
    } else if (event == "ticket_finished") {
        ++served;
    } else if (event == "ticket_missed") {
        ++noShow;
    } else if (event == "ticket_transferred") {
        ++transferred;
    } else if (event == "ticket_held") {
        ++held;
    } else if (event == "ticket_cancelled") {
        ++cancelled;
    }
}

void Tally::event(const protocol::EventFrame& event, const protocol::Ticket& ticket, double pace) {
    all_.add(event.name, ticket, pace);
    byService_[ticket.service].add(event.name, ticket, pace);
}

void Tally::report(base::json::Object& into) const {
    into["tickets"] = all_.issued;
    into["called"] = all_.called;
    into["served"] = all_.served;
    into["no_show"] = all_.noShow;
    into["priority"] = all_.priority;
    into["transferred"] = all_.transferred;
    into["held"] = all_.held;
    into["cancelled"] = all_.cancelled;
    into["wait"] = waitReport(all_.wait);
    base::json::Object services;
    for (const auto& [service, count] : byService_) {
        services[service] = base::json::Object{{"tickets", count.issued},
                                               {"called", count.called},
                                               {"served", count.served},
                                               {"no_show", count.noShow},
                                               {"wait", waitReport(count.wait)}};
    }
    into["by_service"] = std::move(services);
}

}  // namespace luot::simulator::check
