#include "simulator/course/Load.hpp"

#include <algorithm>
#include <cmath>

#include "base/Log.hpp"
#include "simulator/course/Staff.hpp"

namespace luot::simulator::course {

namespace asio = boost::asio;
using line::Answer;
using line::Line;

namespace {

constexpr int standardTickets = 1000;

}  // namespace

void Load::Measure::add(const Answer& answer) {
    const auto now = line::Steady::now();
    milliseconds.add(std::chrono::duration<double, std::milli>(answer.took).count());
    began = std::min(began, now - answer.took);
    ended = now;
}

base::json::Object Load::Measure::report() const {
    const double seconds = std::chrono::duration<double>(ended - began).count();
    const auto exact = [](double value) { return std::round(value * 1000) / 1000; };
    return {
        {"count", milliseconds.count()},
        {"seconds", exact(milliseconds.count() == 0 ? 0 : seconds)},
        {"rate_per_s", std::llround(seconds > 0 ? static_cast<double>(milliseconds.count()) / seconds : 0)},
        {"p50_ms", exact(milliseconds.percentile(0.5))},
        {"p99_ms", exact(milliseconds.percentile(0.99))},
        {"max_ms", exact(milliseconds.most())}};
}

void Load::start() {
    const auto& plan = run_.plan();
    const auto& hall = run_.floor().hall();
    counters_ = chooseCounters(hall, plan.kind == Kind::call ? plan.clerks : std::nullopt);
    const auto served = servicesAt(hall, counters_);
    services_.assign(served.begin(), served.end());
    const auto lines =
        plan.kind == Kind::call ? counters_.size() : static_cast<std::size_t>(plan.connections);
    if (services_.empty() || lines == 0) {
        base::logError("no counter is free that serves anything");
        return;
    }
    for (std::size_t i = 0; i < lines; ++i) lines_.push_back(&run_.addLine());
    left_ = plan.tickets.value_or(standardTickets);
    issuing_ = lines_.size();
    for (auto* one : lines_) run_.spawn(issue(*one));
}

asio::awaitable<void> Load::issue(Line& line) {
    while (left_ > 0 && !run_.waits().over()) {
        --left_;
        base::json::Object wish;
        wish["service"] = services_[next_++ % services_.size()];
        const auto answer = co_await line.ask("issue", std::move(wish));
        if (!answer.ok) continue;
        issues_.add(answer);
        if (const auto ticket = base::json::decode<protocol::Ticket>(answer.result))
            run_.floor().check.acknowledged(*ticket);
    }
    if (--issuing_ == 0 && run_.plan().kind == Kind::call) startCalls();
}

void Load::startCalls() {
    for (std::size_t i = 0; i < counters_.size(); ++i) run_.spawn(call(*lines_[i], counters_[i]));
}

asio::awaitable<void> Load::call(Line& line, int counter) {
    base::json::Object desk;
    desk["counter"] = counter;
    desk["clerk"] = clerkAt(counter);
    const auto opened = co_await line.ask("open", std::move(desk));
    bool goesOn = opened.ok;
    while (goesOn && !run_.waits().over()) {
        base::json::Object here;
        here["counter"] = counter;
        const auto answer = co_await line.ask("call_next", std::move(here));
        goesOn = answer.ok && answer.result.is_object();
        if (!goesOn) break;
        calls_.add(answer);
        goesOn = co_await command(line, "start", counter);
        if (goesOn) goesOn = co_await command(line, "finish", counter);
    }
}

asio::awaitable<bool> Load::command(Line& line, std::string name, int counter) {
    base::json::Object here;
    here["counter"] = counter;
    const auto answer = co_await line.ask(std::move(name), std::move(here));
    co_return answer.ok;
}

void Load::report(base::json::Object& into) const {
    run_.floor().tally.report(into);
    into["load"] = run_.plan().kind == Kind::call ? "call" : "issue";
    into["connections"] = lines_.size();
    into["issue"] = issues_.report();
    if (run_.plan().kind == Kind::call) into["call"] = calls_.report();
}

}  // namespace luot::simulator::course
